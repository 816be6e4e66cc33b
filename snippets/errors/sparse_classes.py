import warnings

import torch

warnings.simplefilter("ignore")
accept, refuse = [], []
for name in sorted(dir(torch.optim)):
    kind = getattr(torch.optim, name)
    if not isinstance(kind, type) or name == "Optimizer":
        continue
    table = torch.nn.Embedding(4, 2, sparse=True)
    table(torch.tensor([1, 2])).sum().backward()
    optimizer = kind(list(table.parameters()), lr=0.1)
    try:
        optimizer.step(lambda: torch.zeros(()))
        accept.append(name)
    except RuntimeError:
        refuse.append(name)
print("accept:", ", ".join(accept))
print("refuse:", ", ".join(refuse))
