import torch

p = torch.nn.Parameter(torch.tensor([1.0]))
optimizer = torch.optim.SGD([p], lr=0.1, momentum=0.9)
value, buffer = 1.0, 0.0
for gradient in (1.0, 0.0, 0.0, 0.0):
    buffer = 0.9 * buffer + gradient
    value -= 0.1 * buffer
    p.grad = torch.tensor([gradient])
    optimizer.step()
    print(f"buffer {buffer:.4f}  by hand {value:.4f}  SGD {p.item():.4f}")
