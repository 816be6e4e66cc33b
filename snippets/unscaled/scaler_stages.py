import torch

w = torch.tensor([1.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.5)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)


def show(call):
    state = scaler._per_optimizer_states[id(optimizer)]  # (1)!
    name = state["stage"].name
    print(f"{call:9} {name:8} .grad {w.grad.item():g} w {w.item()}")


scaler.scale((2 * w).sum()).backward()
show("backward")
scaler.unscale_(optimizer)
show("unscale_")
scaler.step(optimizer)
show("step")
scaler.update()
show("update")
