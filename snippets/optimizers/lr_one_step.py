import torch

w = torch.tensor([2.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.125)

loss = (w**2).sum()
loss.backward()
print("gradient:", w.grad.item())
print("by hand :", w.item() - 0.125 * w.grad.item())  # (1)!

optimizer.step()  # (2)!
print("step()  :", w.item())
