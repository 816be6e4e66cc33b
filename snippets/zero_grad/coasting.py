import matplotlib.pyplot as plt
import torch


def run(to_none, steps=30):
    used = torch.nn.Parameter(torch.tensor([1.0]))
    unused = torch.nn.Parameter(torch.tensor([1.0]))
    optimizer = torch.optim.SGD([used, unused], lr=0.1, momentum=0.9)
    values = [unused.item()]
    for step in range(steps):
        optimizer.zero_grad(set_to_none=to_none)
        loss = used + unused if step == 0 else used  # (1)!
        loss.sum().backward()
        optimizer.step()
        values.append(unused.item())
    return values


zeros, none = run(False), run(True)
for step in (1, 2, 4, 30):
    print(f"step {step:2}: zeros {zeros[step]:.4f}  None {none[step]:.4f}")
plt.plot(zeros, marker="o", markevery=3, label="zeros")
plt.plot(none, linestyle="--", label="None")
plt.xlabel("step")
plt.ylabel("parameter")
plt.legend()
plt.show()
