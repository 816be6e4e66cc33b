import torch


def train(zero, momentum):
    used = torch.nn.Parameter(torch.tensor(1.0))
    rare = torch.nn.Parameter(torch.tensor(1.0))
    optimizer = torch.optim.SGD([used, rare], lr=0.25, momentum=momentum)
    values = []
    for step in range(3):
        if zero:
            optimizer.zero_grad()
        loss = used + rare if step == 0 else used  # (1)!
        loss.backward()
        optimizer.step()
        values.append(rare.item())
    return values


print("without zero_grad:", train(zero=False, momentum=0.0))
print("momentum=1.0     :", train(zero=True, momentum=1.0))
