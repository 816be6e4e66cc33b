import torch

layer = torch.nn.Linear(2, 2)
x = torch.ones(1, 2)
with torch.autocast("cpu", torch.bfloat16):
    h = layer(x)
    print("inside:", h.dtype)
    with torch.autocast("cpu", enabled=False):
        try:
            layer(h)  # (1)!
        except RuntimeError as error:
            print(f"RuntimeError: {error}")
        print("island:", layer(h.float()).dtype)
print("after the block:", layer(x).dtype)
try:
    layer(h)
except RuntimeError as error:
    print(f"RuntimeError: {error}")
