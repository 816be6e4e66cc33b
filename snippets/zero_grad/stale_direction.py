import torch

w = torch.tensor(2.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
for step in range(6):
    loss = w**2 / 2
    (fresh,) = torch.autograd.grad(loss, w, retain_graph=True)  # (1)!
    loss.backward()
    stored = w.grad.item()  # (2)!
    agree = "yes" if fresh.item() * stored > 0 else "no"
    print(
        f"step {step}  w {w.item():7.4f}  fresh {fresh.item():7.4f}"
        f"  stored {stored:7.4f}  same sign: {agree}"
    )
    optimizer.step()
