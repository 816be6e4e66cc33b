import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 16, momentum=0.5)

loss = (w * 2 - 6) ** 2
loss.backward()
print("after backward :", len(optimizer.state), "entries")

optimizer.step()
print("after step     :", len(optimizer.state), list(optimizer.state[w]))

optimizer.zero_grad()
buffer = optimizer.state[w]["momentum_buffer"]
print("after zero_grad:", w.grad, "buffer", buffer.item())
