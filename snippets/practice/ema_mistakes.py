import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.ones_(model.weight)
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.5))
optimizer = torch.optim.SGD(ema.parameters(), lr=0.25)  # (1)!
optimizer.zero_grad()
model(torch.ones(1, 1)).sum().backward()
optimizer.step()
print("model", model.weight.item(), "average", ema.module.weight.item())
print(
    "required by the average:", [p.requires_grad for p in ema.parameters()]
)
print("keys:", list(ema.state_dict()))  # (2)!
