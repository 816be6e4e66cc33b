import torch

for maximize in (False, True):
    w = torch.tensor([2.0], requires_grad=True)
    options = {"weight_decay": 0.5, "maximize": maximize}
    for make in (torch.optim.SGD, torch.optim.AdamW):
        torch.nn.init.constant_(w, 2.0)
        w.grad = torch.zeros(1)
        make([w], lr=0.5, **options).step()
        print(f"maximize={maximize} {make.__name__}: {w.item()}")
