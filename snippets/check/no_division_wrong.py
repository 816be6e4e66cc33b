import torch

accum = 4
w = torch.tensor([0.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
for i in range(8):
    loss = torch.nn.functional.mse_loss(w, torch.tensor([1.0]))
    loss.backward()
    if (i + 1) % accum == 0:
        print(f"gradient of the window: {w.grad.item():.4f}", end=", ")
        optimizer.step()
        optimizer.zero_grad()
        print(f"w {w.item():.4f}")
