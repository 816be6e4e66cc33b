import torch

for alpha in (0.9, 0.99, 0.999):
    w = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.RMSprop([w], lr=0.01, alpha=alpha)
    w.grad = torch.tensor([1e-3, 1e3], dtype=torch.float64)
    optimizer.step()
    formula = 0.01 / (1 - alpha) ** 0.5  # (1)!
    print(alpha, [round(-v, 4) for v in w.tolist()], f"{formula:.4f}")
