import torch


def train_step(w):
    optimizer = torch.optim.SGD([w], lr=0.5)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    with torch.autocast("cpu", dtype=torch.float16):
        loss = torch.mm(torch.ones(1, 1), w).sum()
    scaler.scale(loss).backward()
    scaler.step(optimizer)
    scaler.update()


try:
    train_step(torch.ones(1, 1, dtype=torch.float16).requires_grad_())
except ValueError as error:
    print(f"ValueError: {error}")

w = torch.ones(1, 1, requires_grad=True)
train_step(w)
print("fixed: w.grad =", w.grad.tolist(), w.grad.dtype)
