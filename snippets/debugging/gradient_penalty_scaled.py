import torch


def gradient(unscale):
    w = torch.nn.Parameter(torch.tensor([1.0, 2.0]))
    optimizer = torch.optim.SGD([w], lr=0.1)
    scaler = torch.amp.GradScaler("cpu", init_scale=1024.0)
    loss = w.square().sum()
    (g,) = torch.autograd.grad(scaler.scale(loss), w, create_graph=True)
    if unscale:
        g = g / scaler.get_scale()  # (1)!
    total = loss + 0.5 * g.square().sum()
    scaler.scale(total).backward()  # (2)!
    scaler.unscale_(optimizer)
    return w.grad.tolist()


print("inner gradient divided:", gradient(unscale=True))
print("inner gradient scaled: ", gradient(unscale=False))
