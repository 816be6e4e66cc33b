import torch
from torch.nn import functional as F

ones = torch.ones(2)
for name, loss in (
    ("normalize", lambda x: F.normalize(x, dim=0).sum()),
    ("cosine_similarity", lambda x: F.cosine_similarity(x, ones, dim=0)),
    ("vector_norm", torch.linalg.vector_norm),
    ("sqrt(sum + 1e-6)", lambda x: ((x**2).sum() + 1e-6).sqrt()),
):
    x = torch.zeros(2, requires_grad=True)
    loss(x).backward()
    print(f"{name}: gradient {x.grad[0].item():.1e}")
