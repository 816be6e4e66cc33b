import torch

w = torch.tensor([4.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.25)
total = 0.0
try:
    for _ in range(2):
        loss = (w**2 / 2).sum()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        total += loss.data[0]
    print("total", total)
except IndexError as error:
    print("IndexError:", str(error).partition(".")[0])
