import torch

accum = 4
targets = [1.0, 2.0, 3.0, 10.0]
w = torch.tensor([0.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
for i in range(4):
    optimizer.zero_grad()
    loss = ((w - targets[i]) ** 2).sum() / accum
    loss.backward()
    if (i + 1) % accum == 0:
        print(f"gradient of the window: {w.grad.item():.4f}", end=", ")
        optimizer.step()
        print(f"w {w.item():.4f}")
