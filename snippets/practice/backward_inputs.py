import torch

a = torch.nn.Parameter(torch.tensor(2.0))
b = torch.nn.Parameter(torch.tensor(3.0))
h = a * b
loss = h * h
loss.backward(inputs=[a], retain_graph=True)  # (1)!
print("inputs=[a]:", a.grad, b.grad)
loss.backward(inputs=[h], retain_graph=True)  # (2)!
print("inputs=[h]:", h.grad, a.grad)
try:
    loss.backward(inputs=[torch.ones(1)])
except RuntimeError as error:
    print("RuntimeError:", error)
