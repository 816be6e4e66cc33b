import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
losses = []
for _ in range(3):
    loss = (w**2 / 2).sum()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    losses.append(loss.item())
print("graphs kept:", sum(hasattr(one, "grad_fn") for one in losses))
