# --8<-- [start:life]
import inspect

import torch

w = torch.nn.Parameter(torch.tensor([2.0]))
optimizer = torch.optim.SGD([w], lr=0.1)
print("new parameter          :", w.grad)
(3 * w).sum().backward()
print("after backward()       :", w.grad)
optimizer.zero_grad(set_to_none=False)  # (1)!
print("set_to_none=False      :", w.grad)
optimizer.zero_grad()  # (2)!
print("zero_grad()            :", w.grad)
# --8<-- [end:life]
# --8<-- [start:default]
for method in (torch.optim.SGD.zero_grad, torch.nn.Module.zero_grad):
    parameter = inspect.signature(method).parameters["set_to_none"]
    print(method.__qualname__, "default:", parameter.default)
# --8<-- [end:default]
# --8<-- [start:old]
for line in ("w.grad.zero_()", "w.grad.data.zero_()"):
    try:
        exec(line)  # (1)!
    except AttributeError as error:
        print(f"{line:20} AttributeError: {error}")

if w.grad is not None:  # (2)!
    w.grad.zero_()
print("guarded line: no error,", w.grad)
# --8<-- [end:old]
