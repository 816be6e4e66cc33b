import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu", enabled=False)

loss = (float("inf") * w).sum()
print("scale() returns the loss itself:", scaler.scale(loss) is loss)
loss.backward()
scaler.unscale_(optimizer)
scaler.unscale_(optimizer)  # (1)!
scaler.step(optimizer)  # (2)!
scaler.update()
print("w:", w.item(), "scale:", scaler.get_scale())
print("state_dict:", scaler.state_dict())

try:
    torch.amp.GradScaler("cpu").load_state_dict(scaler.state_dict())
except RuntimeError as error:
    print(f"RuntimeError: {error}")
