import torch
from torch.nn.functional import cosine_similarity

w = torch.tensor([1.0, 2.0], requires_grad=True)
main = (w - 3).square().sum()
extra = 100 * w.prod()
parts = []
for name, loss in (("main", main), ("extra", extra)):
    (g,) = torch.autograd.grad(loss, w, retain_graph=True)  # (1)!
    print(name, "loss", loss.item(), "norm", round(g.norm().item(), 4))
    parts.append(g)
print("cosine:", round(cosine_similarity(*parts, dim=0).item(), 4))
(main + 0.01 * extra).backward()  # (2)!
print("w.grad:", w.grad.tolist())
