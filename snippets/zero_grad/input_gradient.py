import torch

model = torch.nn.Linear(2, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[3.0, -4.0]]))
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
x = torch.ones(1, 2, requires_grad=True)
for _ in range(2):
    optimizer.zero_grad()
    model(x).sum().backward()
    print("weight", model.weight.grad.tolist(), "x", x.grad.tolist())
