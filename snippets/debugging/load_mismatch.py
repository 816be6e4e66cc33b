# --8<-- [start:errors]
import torch


def sgd(*sizes):
    groups = [
        {"params": [torch.zeros(2) for _ in range(size)]} for size in sizes
    ]
    return torch.optim.SGD(groups, lr=0.1, momentum=0.9)


saved = sgd(2).state_dict()
for other in [sgd(1), sgd(1, 1)]:
    try:
        other.load_state_dict(saved)
    except ValueError as error:
        print(f"ValueError: {error}")
# --8<-- [end:errors]
# --8<-- [start:order]
a, b = torch.zeros(1), torch.zeros(1)
a.grad, b.grad = torch.tensor([1.0]), torch.tensor([8.0])
first = torch.optim.SGD([("a", a), ("b", b)], lr=0.1, momentum=0.9)
first.step()

second = torch.optim.SGD([("b", b), ("a", a)], lr=0.1, momentum=0.9)
second.load_state_dict(first.state_dict())  # (1)!
print("a was 1.0, is", second.state[a]["momentum_buffer"].item())
print("b was 8.0, is", second.state[b]["momentum_buffer"].item())
# --8<-- [end:order]
