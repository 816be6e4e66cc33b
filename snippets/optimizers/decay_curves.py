import matplotlib.pyplot as plt
import torch

optim = torch.optim
marks = {optim.Adam: "o-", optim.AdamW: "s-", optim.SGD: "x:"}
for make, style in marks.items():
    w = torch.tensor([1.0], dtype=torch.float64, requires_grad=True)
    optimizer = make([w], lr=0.01, weight_decay=0.1)
    path = [w.item()]
    for _ in range(150):
        w.grad = torch.zeros_like(w)  # (1)!
        optimizer.step()
        path.append(w.item())
    print(f"{make.__name__:5}  w after 50 steps {path[50]:.4f}")
    plt.plot(path, style, markevery=15, label=make.__name__)
print(f"(1 - 0.01 * 0.1) ** 50 = {(1 - 0.01 * 0.1) ** 50:.4f}")  # (2)!

plt.xlabel("step")
plt.ylabel("w")
plt.legend()
plt.show()
