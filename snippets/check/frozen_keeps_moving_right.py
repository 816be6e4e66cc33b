import torch

a = torch.tensor([1.0], requires_grad=True)
b = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([a, b], lr=0.25, momentum=0.5)
for step in range(4):
    if step == 1:
        b.requires_grad_(False)
    optimizer.zero_grad()
    (a + b).sum().backward()
    optimizer.step()
    print(f"step {step}: a {a.item():.4f}, b {b.item():.4f}")
