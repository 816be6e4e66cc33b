# --8<-- [start:switches]
import torch

w = torch.nn.Parameter(torch.ones(1))


@torch.no_grad()
def evaluate():
    return w * 2


@torch.no_grad()
def inner_needs_graph():
    with torch.enable_grad():  # (1)!
        return w * 2


def forward(train):
    with torch.set_grad_enabled(train):  # (2)!
        return w * 2


print("decorator       ", evaluate().requires_grad)
print("enable_grad     ", inner_needs_graph().requires_grad)
print(
    "set_grad_enabled",
    forward(True).requires_grad,
    forward(False).requires_grad,
)
with torch.no_grad():
    p = torch.nn.Parameter(torch.ones(1))  # (3)!
    q = p * 2
print("created inside  ", p.requires_grad, q.requires_grad)
# --8<-- [end:switches]
# --8<-- [start:leak]
torch.set_grad_enabled(False)  # (1)!
print("after the call  ", (w * 2).requires_grad)
torch.set_grad_enabled(True)
print("switched back   ", (w * 2).requires_grad)


# --8<-- [end:leak]
# --8<-- [start:generator]
@torch.no_grad()
def batches():
    for _ in range(2):
        yield w * 2


for item in batches():
    print(
        "from generator",
        item.requires_grad,
        "outside",
        (w * 2).requires_grad,
    )
# --8<-- [end:generator]
