import warnings

import torch

warnings.simplefilter("ignore")
w = torch.ones(2, requires_grad=True)
target = torch.zeros(2)
for call in (
    lambda: torch.nn.MSELoss(w[0], target[0]).backward(),
    lambda: torch.nn.MSELoss(w, target),
    lambda: torch.nn.MSELoss()(w),
):
    try:
        call()
    except (AttributeError, RuntimeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")

torch.nn.MSELoss()(w, target).backward()
print("fixed: w.grad =", w.grad.tolist())
