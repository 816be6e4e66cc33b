import torch

keep = torch.tensor([0.0, 0.0, 1.0])  # only the last entry may learn


def train(make, restore=False):
    w = torch.nn.Parameter(torch.ones(3))
    w.register_hook(lambda gradient: gradient * keep)  # (1)!
    optimizer = make([w])
    for _ in range(8):
        optimizer.zero_grad()
        w.sum().backward()
        old = w.detach().clone()
        optimizer.step()
        if restore:
            with torch.no_grad():
                w.copy_(torch.where(keep.bool(), w, old))  # (2)!
    return [round(v, 4) for v in w.tolist()]


SGD, Adam, AdamW = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW
print("SGD:              ", train(lambda p: SGD(p, lr=0.125)))
print(
    "SGD, weight_decay:",
    train(lambda p: SGD(p, lr=0.125, weight_decay=0.1)),
)
print("Adam:             ", train(lambda p: Adam(p, lr=0.125)))
print("AdamW:            ", train(lambda p: AdamW(p, lr=0.125)))
print(
    "AdamW, no decay:  ",
    train(lambda p: AdamW(p, lr=0.125, weight_decay=0)),
)
print(
    "AdamW, restored:  ", train(lambda p: AdamW(p, lr=0.125), restore=True)
)
