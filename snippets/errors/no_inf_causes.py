import torch


def attempt(name, optimizer, loss, clear=False):
    scaler = torch.amp.GradScaler("cpu", init_scale=2.0)
    scaler.scale(loss).backward()
    if clear:
        optimizer.zero_grad()
    try:
        scaler.step(optimizer)
        print(f"{name}: runs")
    except AssertionError as error:
        print(f"{name}: {type(error).__name__}")


a, b = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
holds_a, holds_b = (torch.optim.SGD([w], lr=0.1) for w in (a, b))
attempt("the optimizer holds another parameter", holds_b, a.sum())
a.grad = None
without_graph = a.detach().sum().requires_grad_()
attempt("the loss has no graph", holds_a, without_graph)
attempt("zero_grad() after backward()", holds_a, a.sum(), clear=True)
attempt("fixed", holds_a, a.sum())
