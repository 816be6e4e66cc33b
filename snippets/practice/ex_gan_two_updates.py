import torch

a = torch.nn.Parameter(torch.tensor(1.0))
b = torch.nn.Parameter(torch.tensor(1.0))
opt_a, opt_b = (torch.optim.SGD([w], lr=0.25) for w in (a, b))
scaler = torch.amp.GradScaler("cpu", init_scale=8.0, growth_interval=2)
for step in range(2):
    for w, optimizer in ((a, opt_a), (b, opt_b)):
        optimizer.zero_grad()
        scaler.scale(w * w).backward()
        scaler.step(optimizer)
        scaler.update()
    print("after pair", step, "the scale is", scaler.get_scale())
