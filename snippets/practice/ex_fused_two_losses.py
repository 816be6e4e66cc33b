import torch


def run(repaired):
    w1 = torch.nn.Parameter(torch.tensor(1.0))
    w2 = torch.nn.Parameter(torch.tensor(3.0))
    optimizer = torch.optim.SGD([w1, w2], lr=0.5, fused=True)
    product = w1 * w2
    first, second = product**2, product
    if repaired:
        (first + second).backward()
    else:
        first.backward(retain_graph=True)
        optimizer.step()
        optimizer.zero_grad()
        second.backward()
    return [w1.grad.item(), w2.grad.item()]


print("step between    ", run(repaired=False))
print("one backward    ", run(repaired=True))
