import torch

w = torch.ones(1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=4.0)
for _ in range(5):
    optimizer.zero_grad()
    scaler.scale(w * float("nan")).backward()
    scaler.step(optimizer)
    scaler.update()
    if scaler.get_scale() < 1.0:
        scaler.update(1.0)  # (1)!
    print(scaler.get_scale(), end=" ")
print("\nw is still", w.item())
