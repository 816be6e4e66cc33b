import torch

w = torch.zeros(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)
for g in (-4.0, -4.0, 2.0):
    w.grad = torch.tensor([g])
    optimizer.step()
    b = optimizer.state[w]["momentum_buffer"].item()
    print(f"gradient {g:4}  buffer {b:4}  w {w.item()}")
