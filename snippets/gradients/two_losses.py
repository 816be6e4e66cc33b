import torch

w = torch.tensor(2.0, requires_grad=True)


def two_losses():
    h = w**2  # (1)!
    return h * 3, h**2


a, b = two_losses()
(a + b).backward()
print("one backward of the sum:", w.grad.item())

w.grad = None
a, b = two_losses()
a.backward(retain_graph=True)
b.backward()
print("two with retain_graph  :", w.grad.item())
