import torch

w = torch.tensor([-1.5, 2.0], dtype=torch.float64, requires_grad=True)
search = {"line_search_fn": "strong_wolfe", "max_iter": 1, "max_eval": 25}
optimizer = torch.optim.LBFGS([w], **search)


def closure():
    optimizer.zero_grad()
    loss = (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2
    loss.backward()
    return loss


falls, flat = [], []
for _ in range(30):
    before, old = w.detach().clone(), closure().item()
    slope_at = w.grad.clone()
    optimizer.step(closure)
    moved = w.detach() - before
    new = closure().item()
    falls.append(new <= old + 1e-4 * (slope_at @ moved).item())  # (1)!
    flat.append(abs(w.grad @ moved) <= -0.9 * (slope_at @ moved))  # (2)!
print("steps:", len(falls), "fall:", all(falls), "flat:", all(flat))
