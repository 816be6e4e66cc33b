import torch

loader = [torch.tensor([1.0])] * 5
w = torch.tensor([0.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
for i, x in enumerate(loader):
    loss = torch.nn.functional.mse_loss(w, x)
    (loss / 2).backward()
    if (i + 1) % 2 == 0 or i + 1 == len(loader):
        optimizer.step()
        optimizer.zero_grad()
        print(f"step after batch {i + 1}, w {w.item():.4f}")
print("left in .grad:", w.grad)
