import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
(w * 2).sum().backward()
for call in (scaler.unscale_, scaler.step):
    try:
        call(optimizer)
    except AssertionError as error:
        print(f"AssertionError: {error}")

scaler.scale(torch.zeros(1))
optimizer.zero_grad()
(w * 2).sum().backward()
scaler.step(optimizer)
print("no error after an earlier scale(): w.grad =", w.grad.tolist())
scaler.update()

optimizer.zero_grad()
scaler.scale((w * 2).sum()).backward()
scaler.step(optimizer)
print("fixed: w.grad =", w.grad.tolist())
