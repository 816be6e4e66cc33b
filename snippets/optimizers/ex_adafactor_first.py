import torch

for start in (4.0, 0.0):
    w = torch.full((3,), start, requires_grad=True)
    w.grad = torch.tensor([5.0, -5.0, 5.0])
    torch.optim.Adafactor([w], lr=0.5).step()
    print(start, [round(v, 4) for v in w.tolist()])
