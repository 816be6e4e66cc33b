# --8<-- [start:orders]
import torch


def run(order, steps=5):
    w = torch.nn.Parameter(torch.tensor([4.0]))
    optimizer = torch.optim.SGD([w], lr=0.25)
    values = []
    for _ in range(steps):
        for letter in order:
            if letter == "Z":
                optimizer.zero_grad()
            if letter == "F":
                loss = (w**2 / 2).sum()
            if letter == "B":
                loss.backward()
            if letter == "S":
                optimizer.step()
        values.append(round(w.item(), 4))
    return values


for order in ("ZFBS", "FZBS", "FBSZ", "FBZS", "FBS"):
    print(f"{order:4}", run(order))
# --8<-- [end:orders]
# --8<-- [start:outside]
w = torch.nn.Parameter(torch.tensor([4.0]))
optimizer = torch.optim.SGD([w], lr=0.25)
loss = (w**2 / 2).sum()  # (1)!
try:
    for step in range(2):
        optimizer.zero_grad()
        loss.backward(retain_graph=True)  # (2)!
        optimizer.step()
        print("step", step, "done, w =", w.item())
except RuntimeError as error:
    print("RuntimeError:", str(error).split(":")[0])
# --8<-- [end:outside]
