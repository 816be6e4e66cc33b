import torch


def convert(name, before=True, repair=False, **options):
    layer = torch.nn.Linear(2, 1, bias=False)
    optimizer = getattr(torch.optim, name)(
        layer.parameters(), 0.1, **options
    )
    if before:
        layer(torch.ones(1, 2)).sum().backward()
        optimizer.step()
    layer.double()  # (1)!
    if repair:
        optimizer.load_state_dict(optimizer.state_dict())  # (2)!
    optimizer.zero_grad()
    layer(torch.ones(1, 2, dtype=torch.float64)).sum().backward()
    try:
        optimizer.step()
    except RuntimeError as error:
        return f"RuntimeError: {str(error)[:52]}"
    state = optimizer.state[layer.weight]
    return {key: str(value.dtype)[6:] for key, value in state.items()}


print("Adam, before the first step   ", convert("Adam", before=False))
print("Adam, after the first step    ", convert("Adam"))
print("Adam, repaired                ", convert("Adam", repair=True))
print("SGD with momentum, after      ", convert("SGD", momentum=0.9))
print("Adagrad, before the first step", convert("Adagrad", before=False))
