import torch

w = torch.ones(1, requires_grad=True)
try:
    torch.optim.Adam([w], betas=(1.0, 0.999))
except ValueError as error:
    print(f"ValueError: {error}")

optimizer = torch.optim.Adam([w], betas=(0.9, 0.999))
print("fixed: betas =", optimizer.param_groups[0]["betas"])
