import torch

lr = torch.tensor(0.1, requires_grad=True)
start = torch.tensor([2.0], requires_grad=True)
try:
    optimizer = torch.optim.SGD([start], lr=lr, differentiable=True)
    start.grad = torch.ones(1)
    optimizer.step()
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w = start.clone()  # (1)!
optimizer = torch.optim.SGD([w], lr=lr, differentiable=True)
w.grad = torch.autograd.grad(w @ w, w, create_graph=True)[0]
optimizer.step()
(w @ w).backward()
print(
    "derivative of the loss after the step by lr:", round(lr.grad.item(), 4)
)
formula = start.item() ** 2 * 2 * (1 - 2 * 0.1) * -2  # (2)!
print("formula:", round(formula, 4))
