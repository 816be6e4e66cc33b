import torch

w = torch.zeros(1, dtype=torch.float64, requires_grad=True)
optimizer = torch.optim.Rprop([w], lr=0.01)
for step in range(4):
    if step == 2:
        optimizer.param_groups[0]["lr"] = 0.0  # (1)!
    before = w.item()
    w.grad = torch.ones_like(w)
    optimizer.step()
    print("step", step + 1, "length", round(before - w.item(), 4))
print("size in the state", round(optimizer.state[w]["step_size"].item(), 4))
