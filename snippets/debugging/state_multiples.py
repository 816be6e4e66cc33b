import torch

for label, make in [
    ("SGD", lambda p: torch.optim.SGD(p, lr=0.1)),
    ("SGD, momentum", lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9)),
    ("Adam", lambda p: torch.optim.Adam(p)),
    ("AdamW, amsgrad", lambda p: torch.optim.AdamW(p, amsgrad=True)),
]:
    w = torch.zeros(1000, requires_grad=True)
    optimizer = make([w])
    before = len(optimizer.state)
    w.grad = torch.ones(1000)
    optimizer.step()  # (1)!
    tensors = optimizer.state[w]
    big = [name for name in tensors if tensors[name].numel() == 1000]
    print(f"{label}: {before} entries before, then {len(big)} x {big}")
