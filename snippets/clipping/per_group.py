import torch


def clipped(together):
    body = torch.nn.Parameter(torch.zeros(2))
    head = torch.nn.Parameter(torch.zeros(2))
    body.grad = torch.tensor([30.0, 40.0])
    head.grad = torch.tensor([0.3, 0.4])
    for group in [[body, head]] if together else [[body], [head]]:
        torch.nn.utils.clip_grad_norm_(group, max_norm=1.0)
    return [[round(g, 4) for g in w.grad.tolist()] for w in (body, head)]


print("one call, all parameters:", clipped(together=True))
print("one call for each group: ", clipped(together=False))
