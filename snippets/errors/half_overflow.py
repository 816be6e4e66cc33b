import torch

scores = torch.zeros(2, dtype=torch.float16)
mask = torch.tensor([True, False])
try:
    scores.masked_fill(mask, -1e9)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

lowest = torch.finfo(scores.dtype).min
print("fixed:", scores.masked_fill(mask, lowest).tolist())
