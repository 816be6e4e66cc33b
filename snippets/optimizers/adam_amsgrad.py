import torch

grads = [8.0, 1.0, 1.0, 1.0, 1.0, 1.0]
w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Adam([w], lr=0.1, betas=(0.0, 0.5), amsgrad=True)
print("step  torch   max first  correction first")
before, v, max_v, max_hat = 0.0, 0.0, 0.0, 0.0
for t, g in enumerate(grads, start=1):
    w.grad = torch.tensor([g], dtype=torch.float64)
    optimizer.step()
    moved, before = before - w.item(), w.item()

    v = 0.5 * v + 0.5 * g**2
    max_v = max(max_v, v)
    max_hat = max(max_hat, v / (1 - 0.5**t))
    one = 0.1 * g / (max_v / (1 - 0.5**t)) ** 0.5  # (1)!
    two = 0.1 * g / max_hat**0.5  # (2)!
    print(f"{t}     {moved:.4f}  {one:.4f}     {two:.4f}")
