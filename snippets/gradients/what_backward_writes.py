import torch

used = torch.tensor(1.0, requires_grad=True)
unused = torch.tensor(1.0, requires_grad=True)
data = torch.tensor(4.0)

for call in (1, 2):
    loss = used * data
    loss.backward()
    print("backward", call, "used", used.grad.item(), end="")
    print(" unused", unused.grad, "data", data.grad)
