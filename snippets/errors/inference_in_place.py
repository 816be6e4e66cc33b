import torch

with torch.inference_mode():
    h = torch.ones(1)
try:
    h += 1
except RuntimeError as error:
    print(f"RuntimeError: {error}")
print("after the error: h =", h.tolist())

h = torch.ones(1)
h += 1
print("fixed: h =", h.tolist())
