import torch

for values in ([5.0], [[5.0]], [5.0, 6.0]):
    w = torch.tensor(values, requires_grad=True)
    loss = w * 5
    try:
        loss.backward()
        print(tuple(loss.shape), "->", w.grad)
    except RuntimeError as error:
        print(tuple(loss.shape), "-> RuntimeError:", error)
