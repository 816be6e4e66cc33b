import torch

a = torch.tensor([1.0], requires_grad=True)
b = torch.tensor([1.0], requires_grad=True)
opt_a = torch.optim.SGD([a], lr=0.25)
opt_b = torch.optim.SGD([b], lr=0.25)
scaler = torch.amp.GradScaler("cpu", init_scale=8.0)

scaler.scale((2 * a + float("inf") * b).sum()).backward()
scaler.step(opt_a)
scaler.step(opt_b)
scaler.update()
print("a", a.item(), "b", b.item(), "next scale", scaler.get_scale())
