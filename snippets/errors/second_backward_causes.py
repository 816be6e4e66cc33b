import torch

w = torch.ones(1, requires_grad=True)


def twice(name, first, second):
    w.grad = None
    try:
        first()
        second()
        print(f"{name}: runs")
    except RuntimeError as error:
        print(f"{name}: {type(error).__name__}")


loss = (w**2).sum()
twice("the same loss", loss.backward, loss.backward)
h = w**2
one, two = (h**2).sum(), (3 * h).sum()
twice("two losses share h", one.backward, two.backward)
scale = w**2  # computed once, before the loop
twice(
    "a factor from outside the loop",
    lambda: (scale * w).sum().backward(),
    lambda: (scale * w).sum().backward(),
)
state = w * w
twice(
    "autograd.grad, then backward",
    lambda: torch.autograd.grad(state.sum(), w),
    lambda: state.sum().backward(),
)
twice("fixed", lambda: (w**2).backward(), lambda: (w**2).backward())
