import torch

g = torch.tensor([[1.0, 2.0], [3.0, 6.0]], dtype=torch.float64)
h = torch.tensor([[1.0, 9.0], [9.0, 1.0]], dtype=torch.float64)
for name, grad in (("rank one", g), ("other", h)):
    w = torch.zeros(2, 2, dtype=torch.float64, requires_grad=True)
    w.grad = grad
    optimizer = torch.optim.Adafactor([w])
    optimizer.step()
    rows = optimizer.state[w]["row_var"]
    guess = rows @ optimizer.state[w]["col_var"] / rows.mean()
    print(name, "squares", grad.square().tolist())
    print("  rebuilt", [[round(v, 2) for v in r] for r in guess.tolist()])
    step = -w.detach() / w.detach().abs().max()
    print("  step", [[round(v, 2) for v in r] for r in step.tolist()])
