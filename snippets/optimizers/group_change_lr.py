import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)


def step(label):
    before = w.item()
    w.grad = torch.ones(1)
    optimizer.step()
    print(f"{label}: moved by {w.item() - before}")


step("lr=0.5 at construction")
optimizer.lr = 0.25
step("optimizer.lr = 0.25")
optimizer.defaults["lr"] = 0.25
step('defaults["lr"] = 0.25')
optimizer.param_groups[0]["lr"] = 0.25  # (1)!
step('param_groups[0]["lr"] = 0.25')
for name in ("SGD", "Adam"):
    try:
        print(getattr(torch.optim, name)([w], lr=0.5).lr)
    except AttributeError as error:
        print("AttributeError:", error)
