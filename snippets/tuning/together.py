import torch

torch.manual_seed(0)
x = torch.randn(512, 8, dtype=torch.float64)
y = torch.sin(x.sum(1, keepdim=True))


def loss_after(lr, beta1, steps=150):
    torch.manual_seed(1)
    model = torch.nn.Sequential(
        torch.nn.Linear(8, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
    ).double()
    optimizer = torch.optim.AdamW(model.parameters(), lr, (beta1, 0.999))
    for _ in range(steps):
        rows = torch.randint(512, (32,))
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return torch.nn.functional.mse_loss(model(x), y).item()


print("beta1       0.5   0.9   0.95  0.99")
for lr in (0.01, 0.03, 0.1):
    found = [loss_after(lr, beta1) for beta1 in (0.5, 0.9, 0.95, 0.99)]
    print(f"lr {lr:<5}", " ".join(f"{loss:.3f}" for loss in found))
