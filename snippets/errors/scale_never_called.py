import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu")
(w * 2).sum().backward()
try:
    scaler.step(optimizer)
except AssertionError as error:
    print(f"AssertionError: {error}")

optimizer.zero_grad()
scaler.scale((w * 2).sum()).backward()
scaler.step(optimizer)
print("fixed: w =", w.tolist())
