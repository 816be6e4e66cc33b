import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
try:
    for step in range(2):
        with torch.no_grad():
            loss = (w**2 / 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f"step {step}: w {w.item():.4f}")
except RuntimeError as error:
    print(f"RuntimeError: {error}")
