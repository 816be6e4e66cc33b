import torch


def size(shape, scale=1.0, **options):
    torch.manual_seed(0)
    w = torch.zeros(shape, requires_grad=True)
    optimizer = torch.optim.Muon([w], lr=1.0, weight_decay=0.0, **options)
    w.grad = scale * torch.randn(shape)
    optimizer.step()
    return round(w.detach().square().mean().sqrt().item(), 2)


for shape in ((64, 64), (64, 16), (16, 64)):
    print(
        shape,
        "gradient x 1, x 1000:",
        [size(shape), size(shape, 1000.0)],
        "match_rms_adamw:",
        size(shape, adjust_lr_fn="match_rms_adamw"),
    )
