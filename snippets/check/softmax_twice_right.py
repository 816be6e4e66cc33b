import torch

logits = torch.zeros(1, 3, requires_grad=True)
target = torch.tensor([0])
optimizer = torch.optim.SGD([logits], lr=1.0)
for step in range(201):
    loss = torch.nn.functional.cross_entropy(logits, target)
    optimizer.zero_grad()
    loss.backward()
    if step % 100 == 0:
        size = logits.grad.norm().item()
        hand = -logits.log_softmax(1)[0, 0].item()
        print(f"step {step}: loss {loss.item():.4f}, gradient {size:.4f}")
        print(f"  -log_softmax {hand:.4f}")
    optimizer.step()
