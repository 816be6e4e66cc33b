import torch

for way in ("optimizer", "data", "formula"):
    w = torch.nn.Parameter(torch.tensor([2.0]))
    (gradient,) = torch.autograd.grad((w**2).sum(), w, create_graph=True)
    if way == "optimizer":
        fast = torch.nn.Parameter(w.detach().clone())
        fast.grad = gradient.detach()
        torch.optim.SGD([fast], lr=0.25).step()
    elif way == "data":
        fast = w * 1
        fast.data -= 0.25 * gradient  # (1)!
    else:
        fast = w - 0.25 * gradient
    (fast**2).sum().backward()
    print(f"{way}: fast {fast.item()}, gradient of w: {w.grad}")
