import torch

w = torch.ones(1, requires_grad=True)
h = w * 2


def show(t):
    print("fixed: hook sees .grad =", t.grad.tolist())


try:
    h.register_post_accumulate_grad_hook(show)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

w.register_post_accumulate_grad_hook(show)
h.sum().backward()
