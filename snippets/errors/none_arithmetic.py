import torch

w = torch.ones(2, requires_grad=True)
for call in (
    lambda: w - 0.1 * w.grad,
    lambda: w.grad.norm(),
    lambda: w.grad.clone(),
    lambda: w.grad.add_(1.0),
    lambda: (None).backward(),
):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")

w.sum().backward()
print("fixed:", (w - 0.5 * w.grad).tolist(), w.grad.norm().item() > 0)
