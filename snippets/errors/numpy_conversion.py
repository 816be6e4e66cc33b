import torch

w = torch.ones(2, requires_grad=True)
try:
    w.numpy()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

print("fixed:", w.detach().numpy().tolist())
