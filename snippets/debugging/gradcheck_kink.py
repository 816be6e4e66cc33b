import torch
from torch.autograd import gradcheck

for value in [-1.0, 0.0, 1.0]:
    x = torch.tensor([value], dtype=torch.float64, requires_grad=True)
    passed = gradcheck(torch.relu, (x,), raise_exception=False)
    print("relu at", value, passed)

x = torch.tensor([0.0], dtype=torch.float64, requires_grad=True)
torch.relu(x).sum().backward()
right, left = torch.relu(x + 0.25), torch.relu(x - 0.25)  # (1)!
print(
    "autograd:", x.grad.item(), "difference:", (right - left).item() / 0.5
)
