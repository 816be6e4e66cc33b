import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
loss = (w**2 / 2).sum()
try:
    for step in range(3):
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f"step {step}: w {w.item():.4f}")
except RuntimeError as error:
    print("RuntimeError:", str(error).partition(" (")[0])
