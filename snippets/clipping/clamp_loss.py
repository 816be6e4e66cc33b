import torch

for start in (2.0, 5.0):
    w = torch.tensor([start], requires_grad=True)
    loss = w.square().sum()
    loss.clamp(max=10.0).backward()
    print("loss", loss.item(), "clamped loss:    .grad", w.grad.item())
    w.grad = None
    w.square().sum().backward()
    torch.nn.utils.clip_grad_norm_([w], 4.0)
    print(
        "loss",
        loss.item(),
        "clipped gradient: .grad",
        round(w.grad.item(), 4),
    )
