import torch

w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))


def add():
    global w
    w += 1.0


def item():
    w[0] = 0.0


def mask():
    w[w > 1] = 0.0


def clamp():
    w.clamp_(0.0, 1.0)


def out():
    torch.add(w, 1.0, out=w)


for change in (add, item, mask, clamp, out):
    try:
        change()
    except RuntimeError as error:
        print(f"{change.__name__}: {str(error)[:60]}")
with torch.no_grad():
    clamp()
print("fixed:", w.tolist())
