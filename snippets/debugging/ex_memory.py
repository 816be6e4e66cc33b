import torch

w = torch.zeros(1024, 1024, requires_grad=True)
optimizer = torch.optim.AdamW([w])
w.grad = torch.ones_like(w)
optimizer.step()
state = [t for t in optimizer.state[w].values() if t.ndim > 0]
tensors = [w, w.grad, *state]
mib = [t.numel() * t.element_size() // 2**20 for t in tensors]
print(mib, "total", sum(mib), "MiB")
