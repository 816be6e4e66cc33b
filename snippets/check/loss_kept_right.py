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
nodes = [getattr(one, "grad_fn", None) for one in losses]
print("graphs kept:", sum(node is not None for node in nodes))
