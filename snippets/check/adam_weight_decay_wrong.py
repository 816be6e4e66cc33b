import torch

for slope in (1.0, 100.0):
    w = torch.tensor([10.0], requires_grad=True)
    optimizer = torch.optim.Adam([w], lr=0.1, weight_decay=0.5)
    (slope * w).sum().backward()
    optimizer.step()
    print(f"gradient {slope:5}: w {w.item():.4f}")
