import torch

used = torch.ones(1, requires_grad=True)
unused = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([unused], lr=0.5)
scaler = torch.amp.GradScaler("cpu")
scaler.scale((used * 2).sum()).backward()
try:
    scaler.step(optimizer)
except AssertionError as error:
    print(f"AssertionError: {error}")

optimizer = torch.optim.SGD([used], lr=0.5)
scaler.step(optimizer)
print("fixed: used =", used.tolist())
