# replay: none
import logging

import torch

logging.disable(logging.WARNING)
w = torch.nn.Parameter(torch.tensor([2.0]))
optimizer = torch.optim.SGD([w], lr=0.25)


@torch.compile(backend="aot_eager")
def step():
    optimizer.step()


loss = (w * w).sum()
loss.backward(retain_graph=True)
step()
print("version raised:", w._version > 0)
try:
    loss.backward()
except RuntimeError as error:
    print("RuntimeError:", str(error)[:50], "...")
