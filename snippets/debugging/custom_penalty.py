import torch
from torch.autograd import Function, grad, gradcheck, gradgradcheck
from torch.autograd.function import once_differentiable


class Input(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        return x**3

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x**2


class Slope(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(3 * x**2)  # (1)!
        return x**3

    @staticmethod
    def backward(ctx, grad_output):
        (slope,) = ctx.saved_tensors
        return grad_output * slope


class Once(Input):
    backward = staticmethod(once_differentiable(Input.backward))  # (2)!


for f in (Input, Slope, Once):
    x = torch.tensor(2.0, dtype=torch.float64, requires_grad=True)
    (slope,) = grad(f.apply(x), x, create_graph=True)
    (f.apply(x) + slope**2).backward()
    tests = gradcheck, gradgradcheck
    passed = [test(f.apply, x, raise_exception=False) for test in tests]
    print(f"{f.__name__:6}{x.grad.item()} passed: {passed}")
try:
    (slope,) = grad(Once.apply(x) ** 2, x, create_graph=True)  # (3)!
    slope.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
