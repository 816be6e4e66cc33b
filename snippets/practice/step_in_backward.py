import torch


def train(inside, set_to_none=True):
    torch.manual_seed(0)
    layers = [torch.nn.Linear(4, 4, bias=False) for _ in range(6)]
    model = torch.nn.Sequential(*layers)
    weights = list(model.parameters())
    kind = torch.optim.SGD
    groups = [[w] for w in weights] if inside else [weights]
    optimizers = [kind(group, lr=0.1, momentum=0.9) for group in groups]
    owner = dict(zip(weights, optimizers, strict=False))
    alive = []

    def hook(w):  # (1)!
        alive.append(sum(v.grad is not None for v in weights))
        if inside:
            owner[w].step()
            owner[w].zero_grad(set_to_none)  # (2)!

    for w in weights:
        w.register_post_accumulate_grad_hook(hook)
    for _ in range(3):
        model(torch.ones(1, 4)).sum().backward()
        if not inside:
            optimizers[0].step()
            optimizers[0].zero_grad(set_to_none)
    return max(alive), weights[0].detach()


most, outside_weight = train(inside=False)
print("step after backward: gradients alive", most)
most, inside_weight = train(inside=True)
print("step in the hook:    gradients alive", most)
print("equal weights:", torch.equal(outside_weight, inside_weight))
