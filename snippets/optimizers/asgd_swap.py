import torch

w = torch.tensor([1.0, -1.0], dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.ASGD([w], lr=0.5, lambd=0.0, t0=0)
for sign in (1, -1, 1, -1):
    w.grad = torch.full_like(w, sign)
    optimizer.step()
ax = optimizer.state[w]["ax"]
print("parameter", w.tolist())
print("average  ", [round(v, 4) for v in ax.tolist()])
with torch.no_grad():
    w.copy_(ax)  # (1)!
print("copied   ", [round(v, 4) for v in w.tolist()])
