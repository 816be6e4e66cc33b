import math

import matplotlib.pyplot as plt
import torch

w = torch.ones(1, 1, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.0)  # (1)!
scaler = torch.amp.GradScaler("cpu", init_scale=2.0**20, growth_interval=8)
scales, skipped = [], []
for step in range(80):
    slope = 1.0 if step < 40 else 2.0**-4
    optimizer.zero_grad()
    with torch.autocast("cpu", dtype=torch.float16):
        out = torch.ones(1, 1) @ w
    scales.append(math.log2(scaler.get_scale()))
    scaler.scale((slope * out.float()).sum()).backward()
    scaler.step(optimizer)
    scaler.update()
    if math.log2(scaler.get_scale()) < scales[-1]:
        skipped.append(step)
print("skipped steps:", skipped)

plt.step(range(80), scales, where="mid", label="loss scale")
plt.plot(skipped, [scales[s] for s in skipped], "x", label="skipped step")
plt.xlabel("step")
plt.ylabel("log2 of the loss scale")
plt.legend()
plt.show()
