import torch

try:
    torch.empty(2**60)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
print("fixed:", torch.empty(2**10).numel(), "numbers fit")
