import warnings

import torch

x = torch.tensor([0.0], requires_grad=True)
(torch.sqrt(x) * 0).sum().backward()  # (1)!
print("without the mode:", x.grad.item())

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    try:
        with torch.autograd.detect_anomaly():  # (2)!
            (torch.sqrt(x) * 0).sum().backward()
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
print("Warning:", caught[0].message)
print("Warning:", str(caught[1].message).split(". ")[0])

x.grad = None
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    with torch.autograd.detect_anomaly():
        torch.sqrt(x).sum().backward()
print("infinite gradient, no error:", x.grad.item())
