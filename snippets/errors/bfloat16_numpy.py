import torch

with torch.autocast("cpu", torch.bfloat16):
    output = torch.nn.Linear(1, 1)(torch.ones(1, 1)).detach()
try:
    output.numpy()
except TypeError as error:
    print(f"TypeError: {error}")
print("fixed:", output.float().numpy().dtype)
