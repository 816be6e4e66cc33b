import torch


def build(dtype):
    w = torch.nn.Parameter(torch.ones(2, dtype=dtype))
    return w, torch.optim.Adam([w], lr=0.1)


w, old = build(torch.float32)
w.grad = torch.full_like(w, 1e-4)
old.step()
w, new = build(torch.bfloat16)
new.load_state_dict(old.state_dict())
for name, value in new.state[w].items():
    print(f"{name}: {old.state_dict()['state'][0][name].dtype}", end=" -> ")
    print(value.dtype)
