import torch


def thresholds(norms, keep_clipped):
    history, limits = [], []
    for norm in norms:
        w = torch.nn.Parameter(torch.zeros(1))
        w.grad = torch.tensor([norm])
        seen = torch.tensor(history or [norm])
        limit = torch.quantile(seen, 0.9).item()
        torch.nn.utils.clip_grad_norm_([w], limit)
        history.append(w.grad.item() if keep_clipped else norm)  # (1)!
        limits.append(round(limit, 2))
    return limits


norms = [4.0, 4.0, 4.0, 80.0, 4.0, 8.0, 8.0, 8.0, 8.0]
print("norms          ", norms)
print("raw history    ", thresholds(norms, keep_clipped=False))
print("clipped history", thresholds(norms, keep_clipped=True))
