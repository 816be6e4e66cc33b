import warnings

import torch
from torch.nn.functional import cross_entropy

warnings.simplefilter("ignore")  # (1)!
x = torch.tensor([[1.0, 2.0]], requires_grad=True)
ignored = torch.tensor([-100])
for name, loss in (
    ("mean of nothing", x[x > 5].mean()),
    ("sum of nothing", x[x > 5].sum()),
    ("std of one number", x[0, :1].std()),
    ("std, correction=0", x[0, :1].std(correction=0)),
    ("all targets ignored", cross_entropy(x, ignored)),
    ("the same, as a sum", cross_entropy(x, ignored, reduction="sum")),
):
    x.grad = None
    loss.backward()
    print(f"{name:20} loss {loss.item()}  gradient {x.grad.tolist()[0]}")
