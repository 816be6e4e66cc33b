import torch

a = torch.tensor([4.0], requires_grad=True)
b = torch.tensor([4.0], requires_grad=True)
opt_a = torch.optim.SGD([a], lr=0.25)
opt_b = torch.optim.SGD([b], lr=0.25)
for step in range(4):
    loss = ((a**2 + b**2) / 2).sum()
    opt_a.zero_grad()
    loss.backward()
    opt_a.step()
    opt_b.step()
    print(f"step {step}: a {a.item():7.4f}, b {b.item():7.4f}")
