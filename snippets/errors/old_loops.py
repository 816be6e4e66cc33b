import torch

w = torch.ones(2, requires_grad=True)
for call in (
    lambda: (w * w).sum().data[0],
    lambda: (w * w).sum().backward(retain_variables=True),
):
    try:
        call()
    except (IndexError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")

loss = (w * w).sum()
loss.backward(retain_graph=True)
print("fixed: loss =", loss.item())
