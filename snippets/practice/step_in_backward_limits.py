# --8<-- [start:norm]
import torch

a = torch.nn.Parameter(torch.tensor([1.0]))
b = torch.nn.Parameter(torch.tensor([1.0]))
names = {a: "a", b: "b"}


def measure(w):
    known = [v.grad for v in (a, b) if v.grad is not None]
    norm = torch.nn.utils.get_total_norm(known)
    print(f"hook of {names[w]}: norm so far {norm.item()}")


for w in (a, b):
    w.register_post_accumulate_grad_hook(measure)
(3 * a + 4 * b).sum().backward()


# --8<-- [end:norm]
# --8<-- [start:window]
def window(inside):
    w = torch.nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([w], lr=0.25)

    def step(w):
        optimizer.step()
        optimizer.zero_grad()

    if inside:
        w.register_post_accumulate_grad_hook(step)
    for part in (1.0, 2.0):
        (part * w * w / 2).sum().backward()  # (1)!
    if not inside:
        step(w)
    return w.item()


print("accumulated, one step:", window(inside=False))
print("steps in the hook:    ", window(inside=True))
# --8<-- [end:window]
