import torch

for dtype, g in ((torch.float32, 1e25), (torch.bfloat16, 1e25)):
    w = torch.ones(1, dtype=dtype, requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1)
    w.grad = torch.full_like(w, g)
    optimizer.step()
    square = optimizer.state[w]["exp_avg_sq"].item()
    print(str(dtype)[6:], g, "w", w.item(), "average of squares", square)
    w.grad = torch.ones_like(w)
    optimizer.step()  # (1)!
    print("  next gradient 1: w", w.item())

w = torch.ones(1, requires_grad=True)
w.grad = torch.full_like(w, 1e-25)
optimizer = torch.optim.Adam([w], lr=0.1, eps=0.0)  # (2)!
optimizer.step()
print("float32 1e-25, eps 0: w", w.item())
