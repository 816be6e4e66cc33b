import torch

layer = torch.nn.Linear(1, 1)
for dtype in (torch.float16, torch.float64):
    x = torch.ones(1, 1, dtype=dtype)
    try:
        layer(x)
    except RuntimeError as error:
        print(f"RuntimeError: {error}")

y = layer(x.to(layer.weight.dtype))
print("fixed:", y.dtype)
with torch.autocast("cpu", dtype=torch.float16):
    print("fixed, mixed precision:", layer(torch.ones(1, 1)).dtype)
