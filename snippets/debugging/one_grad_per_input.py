import torch


class Scale(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, factor):
        ctx.factor = factor  # (1)!
        return x * factor

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * ctx.factor, None  # (2)!


class Forgot(Scale):
    @staticmethod
    def backward(ctx, grad_output):
        return grad_output * ctx.factor


x = torch.ones(2, requires_grad=True)
Scale.apply(x, 4.0).sum().backward()
print(x.grad.tolist())
try:
    Forgot.apply(x, 4.0).sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
