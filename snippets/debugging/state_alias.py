import copy

import torch


def build():
    w = torch.zeros(1, requires_grad=True)
    return w, torch.optim.Adam([w], lr=0.1)


def steps(w, optimizer, count):
    for _ in range(count):
        w.grad = torch.ones(1)
        optimizer.step()


def count(state_dict):
    return int(state_dict["state"][0]["step"])


w, optimizer = build()
steps(w, optimizer, 5)
saved = optimizer.state_dict()
kept = copy.deepcopy(saved)  # (1)!
steps(w, optimizer, 1)
print("state_dict() then 1 step:", count(saved), "| copy:", count(kept))

w2, loaded = build()
loaded.load_state_dict(saved)
steps(w2, loaded, 3)
print("loaded, then 3 steps:    ", count(saved), "| copy:", count(kept))
w3, loaded = build()
loaded.load_state_dict(copy.deepcopy(kept))
steps(w3, loaded, 3)
print("loaded from a copy:      ", count(kept))
