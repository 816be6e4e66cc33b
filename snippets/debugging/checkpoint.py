# --8<-- [start:resume]
import io

import torch

x = torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 1.0]]).double()
y = torch.tensor([[1.0], [0.0], [2.0]]).double()


def build(lr=0.5):
    model = torch.nn.Linear(2, 1).double()
    torch.nn.init.ones_(model.weight)
    torch.nn.init.zeros_(model.bias)
    return model, torch.optim.AdamW(model.parameters(), lr=lr)


def train(model, optimizer, steps=20):
    for _ in range(steps):
        optimizer.zero_grad()
        loss = (model(x) - y).square().mean()
        loss.backward()
        optimizer.step()
    return f"{loss.item():.4f}"


model, optimizer = build()
train(model, optimizer)
file = io.BytesIO()  # (1)!
torch.save(
    {"model": model.state_dict(), "optimizer": optimizer.state_dict()}, file
)
print("not interrupted:  ", train(model, optimizer))
for parts in (["model", "optimizer"], ["model"]):
    file.seek(0)
    saved = torch.load(file)
    model, optimizer = build()
    model.load_state_dict(saved["model"])
    if "optimizer" in parts:
        optimizer.load_state_dict(saved["optimizer"])
    print(" + ".join(parts), "restored:", train(model, optimizer))
# --8<-- [end:resume]
# --8<-- [start:rate]
model, optimizer = build(lr=0.125)
optimizer.load_state_dict(saved["optimizer"])
print("lr after loading:", optimizer.param_groups[0]["lr"])
for group in optimizer.param_groups:
    group["lr"] = 0.125  # (1)!
print("lr after setting:", optimizer.param_groups[0]["lr"])
# --8<-- [end:rate]
