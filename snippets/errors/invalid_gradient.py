import torch


class Total(torch.autograd.Function):
    factor = 2

    @staticmethod
    def forward(ctx, x):
        ctx.shape = x.shape
        return x.sum()

    @staticmethod
    def backward(ctx, gradient):
        return gradient * torch.ones(Total.factor)


x = torch.ones(3, requires_grad=True)
try:
    Total.apply(x).backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w = torch.nn.Parameter(torch.ones(2, 3))
y = torch.ones(1, 2, requires_grad=True) @ w
w.data = torch.ones(4, 3)  # (1)!
try:
    y.sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

Total.factor = 3
Total.apply(x).backward()
print("fixed: x.grad =", x.grad.tolist())
