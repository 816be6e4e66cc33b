import torch

for shape in ((512, 256), (64, 32, 3, 3), (512,), (512, 1)):
    w = torch.ones(shape, requires_grad=True)
    w.grad = torch.ones(shape)
    sizes = []
    for name in ("Adafactor", "Adam"):
        optimizer = getattr(torch.optim, name)([w])
        optimizer.step()
        state = optimizer.state[w].values()
        sizes.append(sum(x.numel() for x in state if x.dim()))
    print(shape, "elements", w.numel(), "Adafactor, Adam:", sizes)
