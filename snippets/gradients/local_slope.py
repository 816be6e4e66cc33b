import torch

x = torch.tensor(3.0, requires_grad=True)
loss = x**2
loss.backward()
slope = x.grad.item()
print("loss", loss.item(), " slope", slope)

for move in (0.125, 1.0, -3.0, -6.0):
    predicted = loss.item() + slope * move
    true = (3.0 + move) ** 2
    print(f"move {move:6}: predicted {predicted:8} true {true:8}")
