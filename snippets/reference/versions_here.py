import io
import warnings
from pickle import UnpicklingError

import torch
from torch.optim import SGD, Adam, AdamW, lr_scheduler

w = torch.ones(1, requires_grad=True)
w.sum().backward()
optimizer = SGD([w])
optimizer.zero_grad()
print("2.0  zero_grad() leaves None:", w.grad is None)

schedule = lr_scheduler.StepLR(optimizer, 1)
old = isinstance(schedule, lr_scheduler._LRScheduler)  # (1)!
print("2.0  StepLR is an LRScheduler, not the old class:", not old)
print("2.2  SGD has a default lr:", optimizer.defaults["lr"] == 0.001)

with warnings.catch_warnings(), torch.autocast("cpu", torch.float16):
    warnings.simplefilter("error")
    product = torch.ones(2, 2) @ torch.ones(2, 2)
print("2.2  CPU autocast gives float16:", product.dtype == torch.float16)
print("2.3  GradScaler on CPU:", torch.amp.GradScaler("cpu").is_enabled())

w.sum().backward()
Adam([w], lr=0.5, fused=True).step()
print("2.4  fused Adam on the CPU:", round(w.item(), 4) == 0.5)

file = io.BytesIO()
torch.save(torch.nn.Linear(1, 1), file)
file.seek(0)
try:
    refused = torch.load(file) is None
except UnpicklingError:
    refused = True
print("2.6  torch.load refuses a whole module:", refused)
print("2.7  AdamW is a subclass of Adam:", issubclass(AdamW, Adam))
