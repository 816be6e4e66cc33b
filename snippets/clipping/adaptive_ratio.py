import torch


def adaptive_clip_(parameters, ratio=0.1, eps=1e-3):
    for w in parameters:
        rows = (w, w.grad) if w.ndim > 1 else (w[:, None], w.grad[:, None])
        size, slope = (
            t.detach().flatten(1).norm(dim=1, keepdim=True) for t in rows
        )
        limit = ratio * size.clamp(min=eps)  # (1)!
        factor = (limit / slope.clamp(min=1e-12)).clamp(max=1.0)
        w.grad.mul_(factor.view(-1, *[1] * (w.ndim - 1)))


w = torch.nn.Parameter(torch.tensor([[3.0, 4.0], [30.0, 40.0], [0.0, 0.0]]))
w.grad = torch.tensor([[6.0, 8.0], [0.6, 0.8], [6.0, 8.0]])
adaptive_clip_([w])
for row in range(3):
    print(w[row].tolist(), [round(g, 6) for g in w.grad[row].tolist()])
