import torch

a = torch.nn.Parameter(torch.tensor(1.0))
b = torch.nn.Parameter(torch.tensor(1.0))
for p in (a, b):
    p.register_hook(lambda gradient: gradient.clamp(-1, 1))  # (1)!

for call in (1, 2):
    loss = 3 * a + 4 * b
    loss.backward()
    print(f"after backward {call}:", a.grad.item(), b.grad.item())

torch.nn.utils.clip_grad_value_([a, b], 1.0)  # (2)!
print("after clip_grad_value_:", a.grad.item(), b.grad.item())
