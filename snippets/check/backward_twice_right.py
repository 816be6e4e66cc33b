import torch

w = torch.tensor([3.0], requires_grad=True)
hidden = w**2
size = hidden.sum()
distance = ((hidden - 5) ** 2).sum()
try:
    size.backward(retain_graph=True)
    distance.backward()
    print("gradient:", w.grad.item())
except RuntimeError as error:
    print("RuntimeError:", str(error).partition(" (")[0])
