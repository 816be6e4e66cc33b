import torch

w = torch.nn.Parameter(torch.ones(3))
try:
    w[0].requires_grad = False
except RuntimeError as error:
    print(f"RuntimeError: {error}")

learned = torch.nn.Parameter(torch.ones(1))  # (1)!
fixed = torch.ones(2)
optimizer = torch.optim.AdamW([learned], lr=0.125)
for _ in range(8):
    optimizer.zero_grad()
    torch.cat([fixed, learned]).sum().backward()
    optimizer.step()
print(fixed.tolist(), [round(v, 4) for v in learned.tolist()])
