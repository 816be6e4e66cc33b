import torch

w = torch.nn.Parameter(torch.tensor([4.0]))
optimizer = torch.optim.SGD([w], lr=0.25)
for _ in range(5):
    optimizer.step()
    optimizer.zero_grad()
    (w**2 / 2).sum().backward()
    print(round(w.item(), 4), w.grad.item())
