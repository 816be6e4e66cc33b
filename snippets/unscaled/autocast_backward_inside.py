import torch


class Square(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, w):
        ctx.save_for_backward(x, w)
        return x @ w

    @staticmethod
    def backward(ctx, gradient):
        x, w = ctx.saved_tensors
        result = x.float().T @ gradient.float()
        print("  computed in:", result.dtype)
        return None, result.to(w.dtype)


for where in ("outside", "inside"):
    w = torch.full((1, 1), 1.0, requires_grad=True)
    x = torch.full((257, 1), 1.0)
    print(where)
    with torch.autocast("cpu", torch.bfloat16):
        loss = Square.apply(x, w).float().sum()
        if where == "inside":
            loss.backward()
    if where == "outside":
        loss.backward()
    print("  w.grad:", w.grad.item())
