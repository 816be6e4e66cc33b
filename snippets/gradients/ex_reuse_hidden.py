import torch

w = torch.tensor(3.0, requires_grad=True)
h = w * w
for factor in (1.0, 2.0):
    loss = h * factor
    loss.backward(retain_graph=factor == 1.0)
print(w.grad.item())

w.grad = None
h = w * w
sum(h * factor for factor in (1.0, 2.0)).backward()
print(w.grad.item())
