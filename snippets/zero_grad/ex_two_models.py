import torch

encoder, decoder = torch.nn.Linear(2, 2), torch.nn.Linear(2, 1)
both = [*encoder.parameters(), *decoder.parameters()]
optimizer = torch.optim.SGD(both, lr=0.1)
decoder(encoder(torch.ones(1, 2))).sum().backward()
encoder.zero_grad()
print("after encoder.zero_grad():", [p.grad is None for p in both])
optimizer.zero_grad()
print("after optimizer.zero_grad():", [p.grad is None for p in both])
