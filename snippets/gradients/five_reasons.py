import torch

names = ["used", "unused", "cut", "frozen", "dead"]
p = {n: torch.tensor(1.0, requires_grad=True) for n in names}
p["frozen"].requires_grad_(False)
copy = p["used"] * 1

loss = 2 * copy + p["cut"].detach() + p["frozen"] + 0 * p["dead"]
loss.backward()
for name in names:
    print(f"{name:7} .grad = {p[name].grad}")
print(f"copy    is_leaf = {copy.is_leaf}")
