import torch

layers = torch.nn.Linear(2, 2), torch.nn.Linear(2, 1)
model = torch.nn.Sequential(*layers)
optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
loss = model(torch.ones(1, 2)).sum()
loss.backward(retain_graph=True)
optimizer.step()
try:
    loss.backward()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

loss = model(torch.ones(1, 2)).sum()
loss.backward()
print("fixed: no error after a new forward pass")
