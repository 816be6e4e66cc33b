# --8<-- [start:right]
import torch
from torch.autograd import Function, gradcheck, gradgradcheck
from torch.autograd.gradcheck import GradcheckError


class Cube(Function):
    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)  # (1)!
        return x**3

    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 3 * x**2  # (2)!


x = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64)
x.requires_grad_()
print("gradcheck    ", gradcheck(Cube.apply, (x,)))
print("gradgradcheck", gradgradcheck(Cube.apply, (x,)))
# --8<-- [end:right]
# --8<-- [start:wrong]


class Wrong(Cube):
    @staticmethod
    def backward(ctx, grad_output):
        (x,) = ctx.saved_tensors
        return grad_output * 2 * x**2


Wrong.apply(x).sum().backward()
print("x.grad", x.grad.tolist(), "true", (3 * x**2).tolist())
print("gradcheck", gradcheck(Wrong.apply, (x,), raise_exception=False))
try:
    gradcheck(Wrong.apply, (x,))
except GradcheckError as error:
    print("GradcheckError:", str(error).strip())
# --8<-- [end:wrong]
