import torch

a, b = (torch.nn.Parameter(torch.ones(1)) for _ in range(2))
optimizers = {
    name: torch.optim.SGD([w], lr=0.5) for name, w in (("a", a), ("b", b))
}
stepped = []
for name, optimizer in optimizers.items():
    optimizer.register_step_post_hook(
        lambda optimizer, args, kwargs, name=name: stepped.append(name)
    )  # (1)!
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)

before = scaler.get_scale()
scaler.scale((2 * a + float("inf") * b).sum()).backward()
for optimizer in optimizers.values():
    scaler.step(optimizer)
scaler.update()
print("scale dropped:", scaler.get_scale() < before)
print("stepped:", stepped)
print("a:", a.item(), "b:", b.item())
