import torch
from torch.utils.checkpoint import checkpoint

calls = []


def block(x):
    calls.append(1)
    return torch.nn.functional.dropout(x * x, 0.5)


x = torch.ones(8, requires_grad=True)
for preserve in (True, False):
    torch.manual_seed(0)
    x.grad = None
    y = checkpoint(
        block, x, use_reentrant=False, preserve_rng_state=preserve
    )
    y.sum().backward()
    same = torch.equal((y != 0), (x.grad != 0))
    print(f"preserve_rng_state={preserve}: same mask in both runs:", same)
print("block was called", len(calls), "times")
