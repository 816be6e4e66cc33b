import torch

w = torch.ones(2, 2, requires_grad=True)
optimizer = torch.optim.Muon([w], lr=0.1)
for _ in range(3):
    w.grad = torch.zeros(2, 2)
    optimizer.step()
    print(round(w[0, 0].item(), 4))
