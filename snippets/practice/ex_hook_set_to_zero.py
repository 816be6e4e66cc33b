import torch


def alive(set_to_none):
    weights = [torch.nn.Parameter(torch.ones(1)) for _ in range(4)]
    counts = []

    def hook(w):
        counts.append(sum(v.grad is not None for v in weights))
        optimizers[w].step()
        optimizers[w].zero_grad(set_to_none=set_to_none)

    optimizers = {w: torch.optim.SGD([w], lr=0.1) for w in weights}
    for w in weights:
        w.register_post_accumulate_grad_hook(hook)
    for _ in range(2):
        sum(w.sum() for w in weights).backward()
    return counts


for set_to_none in (True, False):
    print(f"set_to_none={set_to_none}:", alive(set_to_none))
