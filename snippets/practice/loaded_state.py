import torch


def optimizer(dtype):
    w = torch.nn.Parameter(torch.ones(2, dtype=dtype))
    return w, torch.optim.Adam([w], lr=0.1)


w, saved = optimizer(torch.float32)
w.grad = torch.tensor([0.3, 1.0])
saved.step()
for dtype in (torch.float32, torch.float64, torch.bfloat16):
    v, loaded = optimizer(dtype)
    loaded.load_state_dict(saved.state_dict())
    state = loaded.state[v]
    value = state["exp_avg"][0].item()
    print(dtype, f"exp_avg {state['exp_avg'].dtype} {value:.8f}", end=" ")
    print("step", state["step"].dtype)  # (1)!
