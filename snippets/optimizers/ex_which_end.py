import torch

torch.manual_seed(0)
x = 2 * torch.rand(96, 2, dtype=torch.float64) - 1
y = torch.sin(3 * x[:, 0]) * x[:, 1] + 0.1 * torch.randn(96).double()
first = [torch.randn(8, 2), torch.zeros(8), torch.randn(1, 8) / 3]
for lr in (0.1, 0.3, 1.0, 3.0, 10.0):
    ws = [p.double().requires_grad_() for p in first]
    optimizer = torch.optim.Adagrad(ws, lr=lr)

    def loss(at, ws=ws):
        hidden = torch.tanh(x[at] @ ws[0].T + ws[1])
        return ((hidden @ ws[2].T)[:, 0] - y[at]).square().mean()

    for step in range(40):
        optimizer.zero_grad()
        loss(slice(step % 6, None, 6)).backward()
        optimizer.step()
    print("lr", lr, f"loss {loss(slice(None)).item():.2f}")
