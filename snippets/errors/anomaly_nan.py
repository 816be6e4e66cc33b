import warnings

import torch

x = torch.tensor([0.0, 4.0], requires_grad=True)
warnings.simplefilter("ignore")
try:
    with torch.autograd.detect_anomaly():
        y = torch.where(x > 0, torch.sqrt(x), 0.0)
        y.sum().backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

safe = torch.where(x > 0, x, 1.0)
y = torch.where(x > 0, torch.sqrt(safe), 0.0)
y.sum().backward()
print("fixed: x.grad =", x.grad.tolist())
