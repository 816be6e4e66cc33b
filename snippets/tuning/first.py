import torch

torch.manual_seed(0)
x = torch.randn(512, 8, dtype=torch.float64)
y = torch.sin(x.sum(1, keepdim=True))
usual = {
    "lr": 0.01,
    "betas": (0.9, 0.999),
    "eps": 1e-8,
    "weight_decay": 0.01,
}  # (1)!


def loss_after(changed, steps=150):
    torch.manual_seed(1)
    model = torch.nn.Sequential(
        torch.nn.Linear(8, 32), torch.nn.Tanh(), torch.nn.Linear(32, 1)
    ).double()
    optimizer = torch.optim.AdamW(model.parameters(), **usual | changed)
    for _ in range(steps):
        rows = torch.randint(512, (32,))
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(model(x[rows]), y[rows])
        loss.backward()
        optimizer.step()
    with torch.no_grad():
        return torch.nn.functional.mse_loss(model(x), y).item()  # (2)!


for name, values in {
    "lr": [0.0001, 0.001, 0.01, 0.1, 1.0],
    "betas": [(b, 0.999) for b in (0.0, 0.5, 0.9, 0.95, 0.99)],
    "betas ": [(0.9, b) for b in (0.9, 0.95, 0.99, 0.999, 0.9999)],
    "eps": [1e-12, 1e-10, 1e-8, 1e-6, 1e-4],
    "weight_decay": [0.0, 0.001, 0.01, 0.1, 1.0],
}.items():
    found = [loss_after({name.strip(): value}) for value in values]
    print(f"{name}: {values}")
    print("    ", " ".join(f"{value:.3f}" for value in found), end="  ")
    print(f"worst / best {max(found) / min(found):.1f}")
