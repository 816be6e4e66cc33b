import torch

output = torch.tensor([3.0, 5.0, 7.0], requires_grad=True)
target = torch.tensor([1.0, 5.0, 8.0])
loss = (output - target) ** 2
print("loss has shape", tuple(loss.shape))

try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss.sum().backward()  # (1)!
print(output.grad)
