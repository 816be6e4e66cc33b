import torch

SGD, Adam, AdamW = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW
for old, new in (
    (SGD, Adam),
    (Adam, SGD),
    (Adam, AdamW),
    (AdamW, Adam),
):
    w = torch.nn.Parameter(torch.ones(1))
    first = old([w], lr=0.5)
    second = new([w], lr=0.25, weight_decay=0.1)
    w.grad = torch.ones(1)
    first.step()
    second.load_state_dict(first.state_dict())  # (1)!
    group = second.param_groups[0]
    decay = group["weight_decay"]
    print(f"{old.__name__} -> {new.__name__}: weight_decay {decay}", end="")
    print(", decoupled:", group.get("decoupled_weight_decay"))
    try:
        second.step()
        print("runs")
    except KeyError as error:
        print(f"KeyError: {error}")
