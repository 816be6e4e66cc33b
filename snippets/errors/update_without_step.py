import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu")
scaler.scale((w * 2).sum()).backward()
try:
    scaler.update()
except AssertionError as error:
    print(f"AssertionError: {error}")

scaler.step(optimizer)
scaler.update()
print("fixed: scale =", scaler.get_scale())
