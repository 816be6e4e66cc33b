import torch

table = torch.nn.Embedding(3, 2, sparse=True)
linear = torch.nn.Linear(2, 1)
for name, parameters in (("Adam", table), ("SparseAdam", linear)):
    optimizer = getattr(torch.optim, name)(parameters.parameters())
    linear(table(torch.tensor([0]))).sum().backward()
    try:
        optimizer.step()
    except RuntimeError as error:
        print(f"RuntimeError: {error}")

optimizers = [
    torch.optim.SparseAdam(table.parameters()),  # (1)!
    torch.optim.Adam(linear.parameters()),
]
for optimizer in optimizers:
    optimizer.step()
print("steps:", [len(optimizer.state) for optimizer in optimizers])
