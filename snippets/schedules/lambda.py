import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import LambdaLR


def root(step, warmup=10):
    return min((step + 1) / warmup, (warmup / (step + 1)) ** 0.5)


def flat_then_line(step, start=20, end=40):
    return min(1.0, max(0.0, (end - step) / (end - start)))


for function, style in [(root, "-"), (flat_then_line, "--")]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)
    scheduler = LambdaLR(optimizer, lr_lambda=function)
    used = []
    for _ in range(41):
        used.append(scheduler.get_last_lr()[0])
        optimizer.step()
        scheduler.step()
    same = used == [0.5 * function(t) for t in range(41)]
    print(function.__name__, [round(rate, 4) for rate in used[::10]], same)
    plt.plot(used, style, label=function.__name__)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
