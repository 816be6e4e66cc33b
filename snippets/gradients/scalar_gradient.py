import torch

for v in (None, torch.tensor(1.0), torch.tensor(8.0)):
    w = torch.tensor(3.0, requires_grad=True)
    loss = w**2
    loss.backward(gradient=v)
    print("gradient =", v, "-> w.grad =", w.grad.item())
