import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.LBFGS([w])


def closure():
    optimizer.zero_grad()
    loss = (w**2 / 2).sum()
    loss.backward()
    return loss


for step in range(3):
    optimizer.step(closure)
    print(f"step {step}: w {abs(w.item()):.4f}")
