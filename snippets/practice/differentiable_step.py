# --8<-- [start:learn]
import torch

start = torch.tensor([2.0], requires_grad=True)
lr = torch.tensor(0.25, requires_grad=True)
w = start.clone()  # (1)!
optimizer = torch.optim.SGD([w], lr=lr, differentiable=True)

(gradient,) = torch.autograd.grad((w * w).sum(), w, create_graph=True)
w.grad = gradient
optimizer.step()  # (2)!
loss = (w * w).sum()
loss.backward()
print("loss", loss.item(), "d loss / d lr", lr.grad.item())
print("d loss / d start", start.grad.item())
# --8<-- [end:learn]
# --8<-- [start:leaf]
p = torch.nn.Parameter(torch.ones(1))
p.grad = torch.ones(1)
try:
    torch.optim.SGD([p], lr=0.1, differentiable=True).step()
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:leaf]
