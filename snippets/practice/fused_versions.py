import torch


def stale(name, **path):
    w1 = torch.tensor([[2.0]], requires_grad=True)
    w2 = torch.tensor([[3.0]], requires_grad=True)
    optimizer = getattr(torch.optim, name)([w1, w2], lr=1.0, **path)
    loss = (w1 @ w2).sum()
    loss.backward(retain_graph=True)
    optimizer.step()  # (1)!
    optimizer.zero_grad()
    try:
        loss.backward()  # (2)!
        answer = [round(w.grad.item(), 4) for w in (w1, w2)]
    except RuntimeError:
        answer = "RuntimeError"
    print(f"{name:8}{path} version {w1._version}:", answer)


for name in ("SGD", "Adam", "AdamW", "Adagrad"):
    stale(name, foreach=False)
    stale(name, foreach=True)
    stale(name, fused=True)
