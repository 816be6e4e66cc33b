import matplotlib.pyplot as plt
import torch
from torch.optim.lr_scheduler import OneCycleLR

for label, style, options in [
    ("default", "-", {}),
    ("linear", "--", {"anneal_strategy": "linear"}),
    ("three_phase", ":", {"three_phase": True}),
    ("pct_start 0.1", "-.", {"pct_start": 0.1}),
]:
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.5)  # (1)!
    scheduler = OneCycleLR(optimizer, 1.0, total_steps=51, **options)
    used, momenta = [], []
    for _ in range(51):
        used.append(scheduler.get_last_lr()[0])
        momenta.append(optimizer.param_groups[0]["momentum"])
        optimizer.step()
        scheduler.step()
    peak = used.index(max(used))
    print(f"{label}: first {used[0]:.6f}, last {used[-1]:.6f}", end=", ")
    print(f"peak {used[peak]:.4f} at {peak}, momentum {momenta[peak]:.4f}")
    plt.plot(used, style, label=label)
plt.xlabel("update")
plt.ylabel("learning rate")
plt.legend()
plt.show()
