import torch

x = torch.tensor([1.0, 2.0, 3.0, 4.0]).repeat(2)
for reduction in ("sum", "mean"):
    w = torch.tensor(1.0, requires_grad=True)
    loss = torch.nn.functional.mse_loss(w * x, 0 * x, reduction=reduction)
    loss.backward()
    print(reduction, w.grad.item())
