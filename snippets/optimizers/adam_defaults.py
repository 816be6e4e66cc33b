import torch

w = torch.ones(1, requires_grad=True)
for make in (torch.optim.Adam, torch.optim.AdamW):
    d = make([w]).defaults
    print(make.__name__, d["lr"], d["betas"], d["eps"], d["weight_decay"])


def first_step(make, **options):
    w = torch.ones(1, requires_grad=True)
    w.grad = torch.ones(1)
    make([w], lr=0.1, **options).step()
    return round(w.item(), 4)


Adam, AdamW = torch.optim.Adam, torch.optim.AdamW
print("AdamW, nothing given     :", first_step(AdamW))
print("AdamW, weight_decay=0.01 :", first_step(AdamW, weight_decay=0.01))
decoupled = {"weight_decay": 0.01, "decoupled_weight_decay": True}
print("Adam, decoupled          :", first_step(Adam, **decoupled))
print("AdamW is a kind of Adam  :", issubclass(AdamW, Adam))
