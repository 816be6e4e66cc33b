import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

for dtype in (torch.float32, torch.bfloat16):
    model = torch.nn.Linear(1, 1, bias=False, dtype=dtype)
    torch.nn.init.ones_(model.weight)
    ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.999))
    ema.update_parameters(model)
    torch.nn.init.constant_(model.weight, 2.0)
    for _ in range(2000):
        ema.update_parameters(model)
    print(
        dtype,
        "average after 2000 updates:",
        f"{ema.module.weight.item():.4f}",
    )
