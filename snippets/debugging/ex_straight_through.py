import torch


class RoundStraightThrough(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x.round()

    @staticmethod
    def backward(ctx, grad_output):
        return grad_output


x = torch.tensor([0.75, 1.25], dtype=torch.float64, requires_grad=True)
torch.round(x).sum().backward()
print("torch.round:      ", x.grad.tolist())
x.grad = None
RoundStraightThrough.apply(x).sum().backward()
print("straight-through: ", x.grad.tolist())
passed = torch.autograd.gradcheck(
    RoundStraightThrough.apply, (x,), raise_exception=False
)
print("gradcheck:        ", passed)
