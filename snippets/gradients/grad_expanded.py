import torch

for gradient in (torch.ones(1).expand(3), torch.ones(3)):
    w = torch.ones(3, requires_grad=True)
    w.grad = gradient
    try:
        w.sum().backward()
        print("w.grad:", w.grad.tolist())
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
