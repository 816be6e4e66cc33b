import torch

for g in (1e-6, 1.0, 1e6):
    w = torch.zeros(3, 3, requires_grad=True)
    optimizer = torch.optim.Muon([w], lr=0.1, weight_decay=0.0)
    w.grad = g * torch.eye(3)
    optimizer.step()
    print(g, [round(v, 2) for v in w.detach().diag().tolist()])
