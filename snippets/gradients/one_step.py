# --8<-- [start:setup]
import torch

x, target = torch.tensor(2.0), torch.tensor(6.0)
w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 16)
print("w", w.item(), " w.grad", w.grad)
# --8<-- [end:setup]

# --8<-- [start:zero]
optimizer.zero_grad()
print("w", w.item(), " w.grad", w.grad)
# --8<-- [end:zero]

# --8<-- [start:forward]
loss = (w * x - target) ** 2
print("w", w.item(), " w.grad", w.grad, " loss", loss.item())
# --8<-- [end:forward]

# --8<-- [start:backward]
loss.backward()
print("w", w.item(), " w.grad", w.grad.item())
# --8<-- [end:backward]

# --8<-- [start:step]
optimizer.step()
print("w", w.item(), " w.grad", w.grad.item())  # (1)!
# --8<-- [end:step]

# --8<-- [start:again]
optimizer.zero_grad()  # (1)!
print("w", w.item(), " w.grad", w.grad)
# --8<-- [end:again]
