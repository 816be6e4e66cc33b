# --8<-- [start:refused]
import torch

w = torch.nn.Parameter(torch.ones(3))
try:
    w[0].requires_grad = False
except RuntimeError as error:
    print("RuntimeError:", str(error).split(".")[0])
# --8<-- [end:refused]
# --8<-- [start:moves]
learn = torch.tensor([0.0, 0.0, 1.0])  # (1)!


def train(name, masked_from=0, **options):
    w = torch.nn.Parameter(torch.ones(3))
    optimizer = getattr(torch.optim, name)([w], lr=0.1, **options)
    for step in range(10):
        if step == masked_from:
            w.register_hook(lambda gradient: gradient * learn)
        optimizer.zero_grad()
        w.sum().backward()
        optimizer.step()
    return [round(value, 4) for value in w.tolist()]


print("Adam               ", train("Adam"))
print("AdamW              ", train("AdamW"))
print("AdamW, no decay    ", train("AdamW", weight_decay=0.0))
print("SGD, decay         ", train("SGD", weight_decay=0.1))
print("SGD, momentum, late", train("SGD", masked_from=3, momentum=0.9))
print("Adam, mask late    ", train("Adam", masked_from=3))
# --8<-- [end:moves]
# --8<-- [start:restore]
w = torch.nn.Parameter(torch.ones(3))
optimizer = torch.optim.AdamW([w], lr=0.1)
frozen = learn == 0
kept = w.detach()[frozen].clone()
for _ in range(10):
    optimizer.zero_grad()
    w.sum().backward()
    optimizer.step()
    with torch.no_grad():
        w[frozen] = kept  # (1)!
print("restored", [round(value, 4) for value in w.tolist()])
# --8<-- [end:restore]
