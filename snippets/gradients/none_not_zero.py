import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
x = torch.tensor([3.0, 0.0])
print("new tensor      :", w.grad)

loss = (w * x).sum()
print("after forward   :", w.grad)

print("autograd.grad   :", torch.autograd.grad(loss, w)[0])
print("w.grad after it :", w.grad)  # (1)!

(w * x).sum().backward()
print("after backward  :", w.grad)  # (2)!

torch.optim.SGD([w], lr=0.1).zero_grad()
print("after zero_grad :", w.grad)
