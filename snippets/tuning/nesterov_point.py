import torch

lr, momentum = 0.125, 0.5
w = torch.tensor(2.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=lr, momentum=momentum, nesterov=True)
theta, velocity = 2.0, 0.0

for step in range(1, 5):
    optimizer.zero_grad()
    (w**3 / 3).backward()
    optimizer.step()

    ahead = theta + momentum * velocity  # (1)!
    velocity = momentum * velocity - lr * ahead**2
    theta = theta + velocity
    next_point = theta + momentum * velocity
    print(f"{step}  w {w.item():.4f}  theta {theta:.4f}", end="  ")
    print(f"next look-ahead point {next_point:.4f}")
