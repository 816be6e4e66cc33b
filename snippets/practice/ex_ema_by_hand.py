import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

torch.manual_seed(0)
model = torch.nn.Linear(3, 2)
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.75))
ema.update_parameters(model)
hand = [p.detach().clone() for p in model.parameters()]
for _ in range(5):
    with torch.no_grad():
        for p in model.parameters():
            p.add_(torch.randn_like(p))
        for average, p in zip(hand, model.parameters(), strict=True):
            average.mul_(0.75).add_(0.25 * p)
    ema.update_parameters(model)
pairs = zip(hand, ema.module.parameters(), strict=True)
print("equal:", all(torch.allclose(a, b, atol=1e-6) for a, b in pairs))
