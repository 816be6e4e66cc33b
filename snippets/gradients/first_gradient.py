import torch

w = torch.tensor([5.0], requires_grad=True)  # (1)!
print("before backward:", w.grad)

loss = w * 5
print("after forward  :", w.grad)

loss.backward()  # (2)!
print("after backward :", w.grad)
