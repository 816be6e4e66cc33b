import torch

g = torch.nn.Parameter(torch.tensor(1.0))
d = torch.nn.Parameter(torch.tensor(2.0))
real, noise = 3.0, 1.0


def gradients(detach=True, zero_between=True):
    d.grad = g.grad = None
    fake = g * noise
    seen = fake.detach() if detach else fake
    (d * seen - d * real).backward(retain_graph=not detach)
    used_by_d = d.grad.item()
    if zero_between:
        d.grad = None
        (-d * fake).backward()
    else:
        (-d * fake).backward()
        used_by_d = d.grad.item()  # (1)!
    print(f"D uses {used_by_d:4} G uses {g.grad.item():4}", end="  ")


gradients()
print("D is zeroed between")
gradients(zero_between=False)
print("both backwards, then both steps")
gradients(detach=False)
print("no detach()")
