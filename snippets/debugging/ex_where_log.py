import torch

x = torch.tensor([0.0, 2.0], requires_grad=True)
torch.where(x > 0, x * torch.log(x), 0.0).sum().backward()
print("mask on the output:", x.grad.isnan().tolist())

x.grad = None
safe = torch.where(x > 0, x, 1.0)
torch.where(x > 0, safe * torch.log(safe), 0.0).sum().backward()
print("mask on the input: ", [round(g, 4) for g in x.grad.tolist()])
