import torch

w = torch.tensor([1.0], requires_grad=True)
seen = []
w.register_hook(lambda g: seen.append(g.item()))
(2 * w + 3 * w).sum().backward()
print("one backward:", seen)
(2 * w).sum().backward()
(3 * w).sum().backward()
print("three backwards:", seen, "w.grad:", w.grad.item())
