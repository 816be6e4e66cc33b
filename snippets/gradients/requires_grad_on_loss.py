import torch

w = torch.nn.Parameter(torch.ones(2))
optimizer = torch.optim.SGD([w], lr=0.1)
for _ in range(2):
    optimizer.zero_grad()
    loss = (w.detach() * 2).sum()  # something cuts the graph here
    loss.requires_grad_(True)  # (1)!
    loss.backward()
    optimizer.step()
    print(loss.item(), loss.grad_fn, loss.grad, w.grad, w.tolist())
scaler = torch.amp.GradScaler("cpu")
scaler.scale(loss).backward()
try:
    scaler.step(optimizer)
except AssertionError as error:
    print(f"AssertionError: {error}")
