import torch

optim = torch.optim
for shape in ((200, 200), (200,)):
    for name in ("SGD", "Adafactor", "Muon", "AdamW"):
        w = torch.ones(shape, requires_grad=True)
        w.grad = torch.ones(shape)
        try:
            optimizer = getattr(optim, name)([w], lr=1e-3)
        except ValueError as error:
            print(name, "ValueError:", str(error)[:30])
            continue
        optimizer.step()
        size = sum(x.numel() for x in optimizer.state[w].values())
        print(name, tuple(shape), "numbers in the state:", size)
