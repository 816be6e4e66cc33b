import torch


def f(w1, w2):
    return w2 * torch.exp(w1)


w1 = torch.tensor(0.0, requires_grad=True)
w2 = torch.tensor(2.0, requires_grad=True)
optimizer = torch.optim.SGD([w1, w2], lr=0.5, fused=True)


def gradients(loss):
    optimizer.zero_grad()
    loss.backward(retain_graph=True)
    return [round(w.grad.item(), 4) for w in (w1, w2)]


loss = f(w1, w2)
print("old graph, old weights  ", gradients(loss))
optimizer.step()
print("weights after the step  ", [w1.item(), w2.item()])
print("old graph, after step() ", gradients(loss))  # (1)!
print("new graph, new weights  ", gradients(f(w1, w2)))
