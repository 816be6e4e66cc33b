import torch

torch.manual_seed(0)
x = torch.randn(512, 8, dtype=torch.float64)
y = torch.sin(x.sum(1, keepdim=True))


def loss_after(lr, steps):
    torch.manual_seed(1)
    model = torch.nn.Sequential(
        torch.nn.Linear(8, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
    ).double()
    optimizer = torch.optim.AdamW(model.parameters(), lr)
    for _ in range(steps):
        rows = torch.randint(512, (32,))
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return torch.nn.functional.mse_loss(model(x), y).item()


for steps in (150, 450):
    found = [
        loss_after(lr, steps) for lr in (0.001, 0.003, 0.01, 0.03, 0.1)
    ]
    print(steps, "updates:", " ".join(f"{loss:.2f}" for loss in found))
