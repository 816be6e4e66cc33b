import torch

table = torch.nn.Embedding(4, 2, sparse=True)
clip = torch.nn.utils.clip_grad_norm_
SGD, SparseAdam = torch.optim.SGD, torch.optim.SparseAdam
Adagrad = torch.optim.Adagrad
for call in (
    lambda p: torch.optim.AdamW(p).step(),
    lambda p: torch.optim.RMSprop(p).step(),
    lambda p: SGD(p, lr=0.1, weight_decay=0.1).step(),
    lambda p: SGD(p, lr=0.1, fused=True).step(),
    lambda p: Adagrad(p, weight_decay=0.1).step(),
    lambda p: Adagrad(p, fused=True).step(),
    lambda p: clip(p, 1.0),
):
    table.zero_grad()
    table(torch.tensor([1, 2])).sum().backward()
    try:
        call(list(table.parameters()))
    except (RuntimeError, NotImplementedError) as error:
        print(f"{type(error).__name__}: {str(error)[:90]}")

SGD(table.parameters(), lr=0.1, momentum=0.9).step()
SparseAdam(list(table.parameters())).step()
print("fixed: SGD without decay and SparseAdam run")
