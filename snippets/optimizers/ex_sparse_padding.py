import torch

table = torch.nn.Embedding(3, 1, sparse=True)
torch.nn.init.ones_(table.weight)
optimizer = torch.optim.SparseAdam(table.parameters(), lr=0.1)
table(torch.tensor([0, 0, 2])).sum().backward()
print("values stored:", table.weight.grad._nnz())
optimizer.step()
print([round(v, 4) for v in table.weight.detach().flatten().tolist()])
averages = optimizer.state[table.weight]["exp_avg"].flatten().tolist()
print("averages:", [round(v, 4) for v in averages])
