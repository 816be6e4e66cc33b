import torch

body, head = torch.nn.Linear(1, 1), torch.nn.Linear(1, 1)
model = torch.nn.Sequential(body, head)
optimizer = torch.optim.SGD(head.parameters(), lr=0.1)  # (1)!
x = torch.ones(1, 1, requires_grad=True)  # (2)!


def report(title):
    tensors = {"body": body.weight, "head": head.weight, "input": x}
    has = {k: t.grad is not None for k, t in tensors.items()}
    print(f"{title:22}", has)


model(x).sum().backward()
report("backward()")
optimizer.zero_grad()
report("optimizer.zero_grad()")
model.zero_grad()
report("model.zero_grad()")
x.grad = None
report("x.grad = None")
