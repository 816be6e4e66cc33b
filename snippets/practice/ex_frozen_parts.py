import torch

old = torch.ones(2)  # a plain tensor: no gradient, no optimizer
new = torch.nn.Parameter(torch.ones(1))
optimizer = torch.optim.AdamW([new], lr=0.1)
for _ in range(10):
    optimizer.zero_grad()
    torch.cat([old, new]).sum().backward()
    optimizer.step()
print([round(value, 4) for value in torch.cat([old, new]).tolist()])
