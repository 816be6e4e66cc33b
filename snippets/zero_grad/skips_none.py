import torch

for name in ("SGD", "Adam", "AdamW", "RMSprop", "Adagrad", "Adadelta"):
    w = torch.nn.Parameter(torch.tensor([1.0]))
    make = getattr(torch.optim, name)
    optimizer = make([w], lr=0.5, weight_decay=0.5)
    optimizer.step()  # (1)!
    with_none = w.item()
    w.grad = torch.zeros_like(w)
    w.requires_grad_(False)  # (2)!
    optimizer.step()
    print(f"{name:9} None: {with_none}  zeros: changed {w.item() != 1.0}")
