import torch

torch.manual_seed(0)
gradients = torch.randn(30, dtype=torch.float64)
w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.05 * (1 - 0.8), momentum=0.8)
m = course = 0.0
for gradient in gradients:
    m = 0.8 * m + 0.2 * gradient.item()
    course -= 0.05 * m
    w.grad = gradient.view(1)
    optimizer.step()
print(f"{course:.6f} {w.item():.6f}")
