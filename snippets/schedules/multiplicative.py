import matplotlib.pyplot as plt
import torch
from torch.optim import lr_scheduler as S


def slower(step):
    return step / (step + 1)


for label, style, make in [
    ("MultiplicativeLR", "-", S.MultiplicativeLR),
    ("LambdaLR", "--", S.LambdaLR),
]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=1.0)
    scheduler = make(optimizer, lr_lambda=slower)
    used = []
    for _ in range(16):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    print(label, [round(rate, 4) for rate in used[:5] + used[-1:]])
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
