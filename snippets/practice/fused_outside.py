import torch


def run(outside, **path):
    w1 = torch.nn.Parameter(torch.tensor(1.0))
    w2 = torch.nn.Parameter(torch.tensor(2.0))
    optimizer = torch.optim.SGD([w1, w2], lr=0.25, **path)
    losses = []
    for step in range(5):
        if step == 0 or not outside:
            loss = (w2 * torch.tanh(w1) - 1) ** 2
        optimizer.zero_grad()
        loss.backward(retain_graph=True)
        optimizer.step()
        losses.append(round(loss.item(), 4))
    now = (w2 * torch.tanh(w1) - 1) ** 2
    return f"{losses} true loss at the end {now.item():.4f}"


print("inside: ", run(outside=False, fused=True))
print("outside:", run(outside=True, fused=True))
try:
    run(outside=True, fused=False)
except RuntimeError as error:
    print("outside, fused=False: RuntimeError:", str(error)[:50], "...")
