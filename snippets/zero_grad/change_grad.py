import torch

torch.manual_seed(0)
a, b = torch.nn.Linear(2, 1), torch.nn.Linear(2, 1)
a(torch.tensor([[3.0, 4.0]])).sum().backward()

for p, q in zip(a.parameters(), b.parameters(), strict=True):
    q.grad = p.grad.clone()  # (1)!
b.weight.grad *= 0.5
print("a:", a.weight.grad.tolist(), a.bias.grad.tolist())
print("b:", b.weight.grad.tolist(), b.bias.grad.tolist())

b.weight.grad += 0.1 * torch.randn_like(b.weight)  # (2)!
before = b.weight.detach().clone()
torch.optim.SGD(b.parameters(), lr=1.0).step()
moved = before - b.weight.detach()
print("moved by .grad:", torch.allclose(moved, b.weight.grad))
