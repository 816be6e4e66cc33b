import torch

for options in ({"foreach": False}, {"foreach": True}, {"fused": True}):
    a = torch.nn.Parameter(torch.tensor([[2.0]]))
    b = torch.nn.Parameter(torch.tensor([[3.0]]))
    optimizer = torch.optim.SGD([a, b], lr=1.0, **options)
    loss = (a @ b).sum()
    loss.backward(retain_graph=True)
    print(options, "first:", a.grad.item(), b.grad.item(), end=" ")
    optimizer.step()
    optimizer.zero_grad()
    try:
        loss.backward()
        print("second:", a.grad.item(), b.grad.item(), end=" ")
    except RuntimeError:
        print("second: RuntimeError", end=" ")
    print("versions:", a._version, b._version)
