import torch

w = torch.ones(3, requires_grad=True)
y = w * 2
for v in (torch.ones(2), torch.ones(1, 3), torch.ones(3)):
    try:
        y.backward(gradient=v)
        print("w.grad:", w.grad)
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
