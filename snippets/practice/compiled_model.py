# replay: none
import torch

model = torch.nn.Linear(1, 1, bias=False)
compiled = torch.compile(model, backend="aot_eager")
for _ in range(3):
    compiled(torch.ones(1, 1)).sum().backward()
    print(model.weight.grad.item())
