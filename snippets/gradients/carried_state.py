# --8<-- [start:error]
import torch

w = torch.tensor(2.0, requires_grad=True)
h = torch.tensor(1.0)
try:
    for t in range(3):
        h = w * h
        h.backward()
        print("step", t, "w.grad", w.grad.item())
        w.grad = None
except RuntimeError as error:
    print(f"RuntimeError: {str(error).split(' (')[0]}")
# --8<-- [end:error]

# --8<-- [start:detach]
w.grad = None
h = torch.tensor(1.0)
for t in range(3):
    h = w * h.detach()  # (1)!
    h.backward()
    print("step", t, "h", h.item(), "w.grad", w.grad.item())
    w.grad = None
# --8<-- [end:detach]

# --8<-- [start:retain]
h = torch.tensor(1.0)
for t in range(3):
    h = w * h
    h.backward(retain_graph=True)  # (1)!
    print("step", t, "h", h.item(), "w.grad", w.grad.item())
    w.grad = None
# --8<-- [end:retain]
