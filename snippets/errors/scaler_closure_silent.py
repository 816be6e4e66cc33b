import torch


def step(scaled):
    w = torch.nn.Parameter(torch.ones(1))
    optimizer = torch.optim.SGD([w], lr=0.5)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0, enabled=scaled)

    def closure():
        optimizer.zero_grad()
        loss = scaler.scale((w * 2).sum())
        loss.backward()
        return loss

    closure()
    scaler.step(optimizer, closure)
    return w.item()


print("scaler disabled, w:", step(scaled=False))
print("scaler enabled,  w:", step(scaled=True))
