import torch

w = torch.ones(1, requires_grad=True)
for name, option in (
    ("SGD", {"decay": 0.1}),
    ("Adam", {"momentum": 0.9}),
    ("AdamW", {"learning_rate": 0.1}),
):
    try:
        getattr(torch.optim, name)([w], **option)
    except TypeError as error:
        print(f"TypeError: {error}")

optimizer = torch.optim.SGD([w], lr=0.5)
scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.5)
optimizer.step()
scheduler.step()
print("fixed: lr =", scheduler.get_last_lr())
