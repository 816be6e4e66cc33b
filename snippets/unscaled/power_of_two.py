import torch


def comes_back(scale, true):
    w = torch.zeros_like(true, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0)
    scaler = torch.amp.GradScaler("cpu", init_scale=scale)
    scaler.scale((w * true).sum()).backward()
    scaler.unscale_(optimizer)
    return torch.equal(w.grad, true)


true = torch.tensor([0.1, 1 / 3, 1e-5])
powers = [2.0**k for k in range(1, 25)]
print("2**1 to 2**24:", all(comes_back(scale, true) for scale in powers))
print("1000:", comes_back(1000.0, true))

huge = torch.tensor([2.0**127])  # (1)!
print("2 with a gradient of 2**127:", comes_back(2.0, huge))
