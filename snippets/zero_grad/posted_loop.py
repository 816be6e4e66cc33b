# --8<-- [start:variable]
import torch
from torch.autograd import Variable

W = Variable(torch.ones(4, 3), requires_grad=True)
b = torch.zeros(3, requires_grad=True)  # (1)!
print("Variable returns a plain tensor:", type(W) is torch.Tensor)
# --8<-- [end:variable]
# --8<-- [start:placeholders]
lines = (
    "data, targets = ...",
    "W.grad.data.zero_()",
    "W -= learning_rate * W.grad.data",
    "torch.optim.Adam([W]).शून्य_ग्रेड()",
)
for line in lines:
    try:
        exec(line)
    except (TypeError, AttributeError, NameError) as error:
        print(line)
        print(f"    {type(error).__name__}: {error}")
# --8<-- [end:placeholders]
# --8<-- [start:vector]
sample, target = torch.ones(4), torch.zeros(3)
loss = (sample @ W + b - target) ** 2
print("shape of the loss:", tuple(loss.shape))
try:
    loss.backward()
except RuntimeError as error:
    print("RuntimeError:", error)
# --8<-- [end:vector]
# --8<-- [start:fixed]
data, targets = torch.ones(4, 4), torch.zeros(4, 3)
optimizer = torch.optim.Adam([W, b])  # (1)!
print("default lr of Adam:", optimizer.param_groups[0]["lr"])
for sample, target in zip(data, targets, strict=True):
    optimizer.zero_grad()
    loss = ((sample @ W + b - target) ** 2).mean()  # (2)!
    loss.backward()
    optimizer.step()
    print(f"loss {loss.item():.4f}")
# --8<-- [end:fixed]
