import torch

w = torch.tensor(3.0, requires_grad=True)
with torch.no_grad():
    recorded_nothing = w * w

losses = {
    "no leaf requires grad": torch.tensor(3.0) ** 2,
    "built under no_grad": recorded_nothing,
    "detached": (w * w).detach(),
    "re-wrapped": torch.tensor((w * w).item()),
    "argmax": torch.stack([w, 2 * w]).argmax(),
}
for name, loss in losses.items():
    try:
        loss.backward()
    except RuntimeError as error:
        print(f"{name:21} grad_fn {loss.grad_fn}")
        message = error
print(f"RuntimeError: {message}")
