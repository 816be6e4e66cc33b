import matplotlib.pyplot as plt
import torch
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

torch.manual_seed(0)
model = torch.nn.Linear(1, 1, bias=False)
torch.nn.init.constant_(model.weight, 4.0)
optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
ema = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.95))
swa = AveragedModel(model)
paths = {"weight": [], "EMA": [], "SWA": []}
for step in range(150):
    noise = torch.randn(1)
    optimizer.zero_grad()
    ((model.weight - noise) ** 2 / 2).sum().backward()
    optimizer.step()
    ema.update_parameters(model)  # (1)!
    if step >= 50:
        swa.update_parameters(model)  # (2)!
    paths["weight"].append(model.weight.item())
    paths["EMA"].append(ema.module.weight.item())
    paths["SWA"].append(swa.module.weight.item() if step >= 50 else None)
for (name, path), style in zip(
    paths.items(), (":", "-", "--"), strict=True
):
    last = torch.tensor(path[50:])
    print(
        f"{name:7} root mean square error {last.square().mean().sqrt():.2f}"
    )
    shown = [step for step, value in enumerate(path) if value is not None]
    plt.plot(shown, [path[i] for i in shown], linestyle=style, label=name)
plt.xlabel("step")
plt.ylabel("weight")
plt.legend()
plt.show()
