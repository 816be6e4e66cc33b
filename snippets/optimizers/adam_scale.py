# --8<-- [start:loss]
import torch


def train(make, scale=1.0, max_norm=None):
    w = torch.tensor([1.0, -2.0], dtype=torch.float64, requires_grad=True)
    optimizer = make([w], lr=0.1)
    for _ in range(5):
        optimizer.zero_grad()
        (scale * (w**2).sum()).backward()
        if max_norm is not None:
            torch.nn.utils.clip_grad_norm_([w], max_norm)
        optimizer.step()
    return [round(v, 4) for v in w.tolist()]


print("Adam, loss x 1      :", train(torch.optim.Adam))
print("Adam, loss x 1000000:", train(torch.optim.Adam, scale=1e6))
print("SGD, loss x 1       :", train(torch.optim.SGD))
print("SGD, loss x 4       :", train(torch.optim.SGD, scale=4.0))
# --8<-- [end:loss]

# --8<-- [start:clip]
print("Adam, not clipped   :", train(torch.optim.Adam))
print("Adam, max_norm 0.001:", train(torch.optim.Adam, max_norm=1e-3))
print("SGD, not clipped    :", train(torch.optim.SGD))
print("SGD, max_norm 0.001 :", train(torch.optim.SGD, max_norm=1e-3))
# --8<-- [end:clip]
