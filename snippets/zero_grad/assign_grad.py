import torch

w = torch.ones(3, requires_grad=True)
for wrong in (
    0.0,
    torch.zeros(2),
    torch.zeros(3, dtype=torch.float64),
    torch.zeros(3, device="meta"),
):
    try:
        w.grad = wrong
    except (TypeError, RuntimeError) as error:
        name, text = type(error).__name__, str(error)
        print(f"{name}: {text.split('. ')[0]}")

w.grad = torch.zeros_like(w)  # (1)!
print("zeros_like:", w.grad.tolist())
w.grad = None  # (2)!
print("None:", w.grad)
