import torch

h = torch.tensor([1.0, 10.0, 100.0], dtype=torch.float64)
for search in (None, "strong_wolfe"):
    w = torch.ones(3, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=1, line_search_fn=search)

    def closure(w=w, optimizer=optimizer):
        optimizer.zero_grad()
        loss = (h * w**2 / 2).sum()
        loss.backward()
        return loss

    count = 0
    while closure() > 1e-9:
        optimizer.step(closure)
        count += 1
    print(search, "steps until the loss is below 1e-9:", count)
