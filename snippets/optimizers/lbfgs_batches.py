import torch

torch.manual_seed(0)
x = torch.randn(64, 8, dtype=torch.float64)
y = x @ torch.ones(8, dtype=torch.float64)
y = y + torch.randn(64, dtype=torch.float64)  # (1)!
best = torch.linalg.lstsq(x, y[:, None]).solution[:, 0]
for name in ("full batch", "mini-batches of 8"):
    w = torch.zeros(8, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([w], max_iter=4)
    for step in range(40):
        at = step % 8
        rows = (
            slice(None)
            if name == "full batch"
            else slice(8 * at, 8 * at + 8)
        )

        def closure(rows=rows, w=w, optimizer=optimizer):
            optimizer.zero_grad()
            loss = (x[rows] @ w - y[rows]).square().mean()
            loss.backward()
            return loss

        optimizer.step(closure)
    far = (w.detach() - best).norm().item()
    print(
        name, "distance below 0.001:", far < 1e-3, "above 0.1:", far > 0.1
    )
