import torch

for name in ("SparseAdam", "Adam"):
    table = torch.nn.Embedding(3, 1, sparse=name == "SparseAdam")
    torch.nn.init.ones_(table.weight)
    optimizer = getattr(torch.optim, name)(table.parameters(), lr=0.1)
    for row in (0, 1, 1, 1):  # (1)!
        optimizer.zero_grad()
        table(torch.tensor([row])).sum().backward()
        optimizer.step()
    weights = table.weight.detach().flatten().tolist()
    print(name, [round(v, 4) for v in weights])
