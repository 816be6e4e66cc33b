import torch

for name, sparse, make in (
    ("SGD", False, lambda p: torch.optim.SGD(p, lr=0.1)),
    ("Adam", False, lambda p: torch.optim.Adam(p, lr=0.1)),
    ("AdamW", False, lambda p: torch.optim.AdamW(p, lr=0.1)),
    ("SparseAdam", True, lambda p: torch.optim.SparseAdam(p, lr=0.1)),
):
    table = torch.nn.Embedding(3, 1, padding_idx=0, sparse=sparse)
    torch.nn.init.ones_(table.weight)  # (1)!
    optimizer = make(list(table.parameters()))
    for row in (1, 2, 2):  # row 1 is used in the first step only
        optimizer.zero_grad()
        table(torch.tensor([0, row])).sum().backward()
        optimizer.step()
        if row == 1:
            used = table.weight[1].item()
    print(
        f"{name}: padding row {table.weight[0].item():.4f},",
        f"row 1 {used:.4f} -> {table.weight[1].item():.4f}",
    )
