import torch

a = torch.nn.Parameter(torch.tensor([0.0]))
b = torch.nn.Parameter(torch.tensor([0.0]))
optimizers = {w: torch.optim.SGD([w], lr=1.0) for w in (a, b)}


def hook(w):
    torch.nn.utils.clip_grad_norm_(w, max_norm=1.0)
    optimizers[w].step()
    optimizers[w].zero_grad()


for w in (a, b):
    w.register_post_accumulate_grad_hook(hook)
(3 * a + 4 * b).sum().backward()
print("each parameter alone:", [round(w.item(), 4) for w in (a, b)])
