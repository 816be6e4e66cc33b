import torch


def input_gradient(weight, depth):
    x = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    h = x
    for _ in range(depth):
        h = weight * h  # (1)!
    h.backward()
    return x.grad.item()


for depth in (1, 10, 50):
    small = input_gradient(0.5, depth)
    one = input_gradient(1.0, depth)
    large = input_gradient(1.5, depth)
    print(f"depth {depth:2}: {small:.1e}  {one:.1e}  {large:.1e}")
