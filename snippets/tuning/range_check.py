import torch

torch.manual_seed(0)
x = torch.randn(512, 8, dtype=torch.float64)
y = torch.sin(x.sum(1, keepdim=True))
for lr in (0.016, 0.05, 0.16, 0.5, 1.6):
    torch.manual_seed(1)
    model = torch.nn.Sequential(
        torch.nn.Linear(8, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
    ).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(300):
        rows = torch.randint(512, (32,))
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        loss = torch.nn.functional.mse_loss(model(x), y).item()
    print(
        f"lr {lr}: loss on all rows", f"{loss:.3f}" if loss < 10 else "> 10"
    )
