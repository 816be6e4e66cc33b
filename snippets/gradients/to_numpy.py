import torch

w = torch.tensor([1.0, 2.0], requires_grad=True)
try:
    w.numpy()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

array = w.detach().numpy()
array[0] = 50.0  # (1)!
print(array)
print(w.tolist(), w[1].item())  # (2)!
