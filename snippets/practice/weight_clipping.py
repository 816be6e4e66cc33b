import torch

pull = torch.tensor([-2.0, 1.0])


def train(limit):
    w = torch.nn.Parameter(torch.tensor([0.25, 0.125]))
    optimizer = torch.optim.SGD([w], lr=0.25)
    for _ in range(4):
        optimizer.zero_grad()
        (pull * w).sum().backward()
        if limit == "gradient":
            torch.nn.utils.clip_grad_value_([w], 0.5)
        optimizer.step()
        if limit == "weight":
            with torch.no_grad():
                w.clamp_(-0.5, 0.5)  # (1)!
    print(f"{limit:9}", "w", w.tolist(), ".grad", w.grad.tolist())
    return w


for limit in ("nothing", "gradient", "weight"):
    w = train(limit)

try:
    w.clamp_(-0.5, 0.5)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
