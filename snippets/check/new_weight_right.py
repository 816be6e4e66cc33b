import torch

w = torch.tensor([4.0], requires_grad=True)
try:
    for step in range(2):
        loss = (w**2 / 2).sum()
        loss.backward()
        with torch.no_grad():
            w -= 0.25 * w.grad
        print(f"step {step}: w {w.item():.4f}")
        w.grad = None
except RuntimeError as error:
    print(f"RuntimeError: {error}")
