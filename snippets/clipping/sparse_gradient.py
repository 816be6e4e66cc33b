# --8<-- [start:refused]
import torch

table = torch.nn.Embedding(4, 2, sparse=True)
table(torch.tensor([1, 1, 2])).sum().backward()
grad = table.weight.grad
for name, call in (
    (
        "by norm",
        lambda: torch.nn.utils.clip_grad_norm_([table.weight], 1.0),
    ),
    (
        "by value",
        lambda: torch.nn.utils.clip_grad_value_([table.weight], 1),
    ),
):
    try:
        call()
    except (NotImplementedError, RuntimeError) as error:
        print(name, f"{type(error).__name__}: {str(error)[:70]}")
# --8<-- [end:refused]
# --8<-- [start:by-hand]
print("rows stored:", grad._indices().tolist()[0])
joined = grad.coalesce()  # (1)!
norm = joined.values().norm()
print(
    "norm of the sum",
    f"{norm.item():.4f}",
    "rows",
    joined.indices().tolist(),
)
print("norm as dense  ", f"{grad.to_dense().norm().item():.4f}")
table.weight.grad = joined * (1.0 / (norm + 1e-6)).clamp(max=1.0)
print("after clipping ", f"{table.weight.grad.to_dense().norm():.4f}")
# --8<-- [end:by-hand]
