import torch

x = torch.ones(1, 1)
table = torch.zeros(2, 1)
row = torch.tensor([0])
with torch.autocast("cpu", torch.bfloat16):
    product = torch.mm(x, x)
    table += product  # (1)!
    for call in (
        lambda: table.index_put_((row,), product),
        lambda: table.index_add_(0, row, product),
        lambda: table.scatter_add_(0, row[None], product),
        lambda: torch.dot(x[0], product[0]),
    ):
        try:
            call()
        except RuntimeError as error:
            print(f"RuntimeError: {error}")
    table.index_add_(0, row, product.to(table.dtype))
print(table.dtype, table.tolist())
