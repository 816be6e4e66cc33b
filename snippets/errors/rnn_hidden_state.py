import torch

w = torch.ones(1, requires_grad=True)
h = torch.zeros(1)
try:
    for _step in range(2):
        h = torch.tanh(w + h)
        h.sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

h = torch.zeros(1)
for _step in range(2):
    h = torch.tanh(w + h.detach())
    h.sum().backward()
print("fixed: 2 steps")
