import torch

used = torch.tensor([1.0], requires_grad=True)
other = torch.tensor([1.0], requires_grad=True)

for name, parameter, scaled in [
    ("loss not scaled", used, False),
    ("wrong parameters", other, True),
    ("correct", used, True),
]:
    optimizer = torch.optim.SGD([parameter], lr=0.5)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    used.grad = None
    loss = (2 * used).sum()
    (scaler.scale(loss) if scaled else loss).backward()
    try:
        scaler.step(optimizer)
        print(f"{name}: no error")
    except AssertionError as error:
        print(f"{name}: AssertionError: {error}")
