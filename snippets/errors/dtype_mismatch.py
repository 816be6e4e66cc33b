import torch

layer = torch.nn.Linear(1, 1)
x = torch.ones(1, 1, dtype=torch.float16)
try:
    layer(x)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

with torch.autocast("cpu", dtype=torch.float16):
    print("fixed:", layer(x).dtype)
