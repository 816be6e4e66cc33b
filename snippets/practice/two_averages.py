import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

model = torch.nn.Linear(1, 1, bias=False)
mean = AveragedModel(model)
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.75))
for value in (8.0, 4.0, 4.0, 4.0):
    with torch.no_grad():
        model.weight.fill_(value)  # (1)!
    mean.update_parameters(model)  # (2)!
    ema.update_parameters(model)
    averages = mean.module.weight.item(), ema.module.weight.item()
    print(value, [round(average, 4) for average in averages])
