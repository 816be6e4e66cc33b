import torch

model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.constant_(model.weight, 4.0)
optimizer = torch.optim.Adam(model.parameters(), lr=0.5)
for epoch in range(3):
    for _ in range(2):
        optimizer.zero_grad()
        model(torch.ones(1, 1)).square().sum().backward()
        optimizer.step()
    count = optimizer.state[model.weight]["step"].item()
    w = model.weight.item()
    print(f"epoch {epoch}: Adam has counted {count:.0f} steps, w {w:.4f}")
