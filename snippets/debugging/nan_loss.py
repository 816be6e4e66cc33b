import warnings

import torch

warnings.simplefilter("ignore")
w = torch.tensor([8.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1 / 32)
try:
    with torch.autograd.detect_anomaly():
        for step in range(10):
            optimizer.zero_grad()
            loss = (w**4).sum()
            print(f"step {step}: w {w.item():.1e}, loss {loss.item():.1e}")
            loss.backward()
            optimizer.step()
except RuntimeError as error:
    print(f"RuntimeError: {error}")
