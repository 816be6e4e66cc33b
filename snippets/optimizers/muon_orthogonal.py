import torch

torch.manual_seed(0)
w = torch.zeros(4, 3, requires_grad=True)
optimizer = torch.optim.Muon([w], lr=1.0, weight_decay=0.0)
w.grad = torch.randn(4, 3) * torch.tensor([100.0, 1.0, 0.01])  # (1)!
optimizer.step()
before = torch.linalg.svdvals(w.grad)
after = torch.linalg.svdvals(w.detach()) / (4 / 3) ** 0.5  # (2)!
print("gradient:", [f"{v:.2g}" for v in before.tolist()])
inside = ((after > 0.5) & (after < 1.5)).tolist()
print("update between 0.5 and 1.5:", inside)
