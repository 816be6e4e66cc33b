# --8<-- [start:start]
import math

import torch
from torch.nn.functional import cross_entropy

for classes in (2, 10, 1000):
    loss = cross_entropy(torch.zeros(1, classes), torch.tensor([0]))
    print(f"{classes} classes: ln {math.log(classes):.4f}, loss {loss:.4f}")
# --8<-- [end:start]

# --8<-- [start:stuck]
torch.manual_seed(0)
x = torch.randn(60, 10, dtype=torch.float64)
labels = x.argmax(1)


def train(name, lr=1.0, bias=0.0):
    torch.manual_seed(0)
    hidden = torch.nn.Linear(10, 16, dtype=torch.float64)
    last = torch.nn.Linear(16, 10, dtype=torch.float64)
    torch.nn.init.constant_(hidden.bias, bias)
    both = torch.nn.ModuleList([hidden, last])
    optimizer = torch.optim.SGD(both.parameters(), lr=lr)
    losses = []
    for _ in range(60):
        optimizer.zero_grad()
        loss = cross_entropy(last(hidden(x).relu()), labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    norm = hidden.weight.grad.norm().item()
    print(f"{name} {losses[0]:.2f} -> {losses[-1]:.2f}, norm {norm:.0e}")


train("usual       ")
train("tiny lr     ", lr=1e-4)
train("dead ReLU   ", bias=-100.0)  # (1)!
# --8<-- [end:stuck]
