import torch


class Reverse(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, strength):
        ctx.strength = strength
        return x.clone()

    @staticmethod
    def backward(ctx, grad):
        return -ctx.strength * grad, None


w = torch.tensor([2.0], requires_grad=True)
feature = 3 * w
feature.sum().backward()
print("usual:   ", w.grad.item())
w.grad = None
Reverse.apply(3 * w, 0.5).sum().backward()
print("reversed:", w.grad.item())
