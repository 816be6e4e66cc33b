# --8<-- [start:tensor]
import torch

w = torch.tensor([3.0], requires_grad=True)
w.register_hook(lambda g: print("hook: g =", g.item()))
w.register_post_accumulate_grad_hook(
    lambda p: print("after the sum: .grad =", p.grad.item())
)
for _ in range(2):
    (w * 2).sum().backward()
# --8<-- [end:tensor]
# --8<-- [start:replace]
p = torch.tensor([1.0], requires_grad=True)
handle = p.register_hook(lambda g: g.clamp(-1, 1))  # (1)!
for _ in range(2):
    (4 * p).sum().backward()
    print("clamped each time, .grad =", p.grad.item())
handle.remove()
p.grad = None
(4 * p).sum().backward()
print("hook removed, .grad =", p.grad.item())


# --8<-- [end:replace]
# --8<-- [start:module]
def report(module, grad_input, grad_output):
    print("grad_output", grad_output[0].tolist())
    print("grad_input", grad_input[0].tolist())


relu = torch.nn.ReLU()
relu.register_full_backward_hook(report)
x = torch.tensor([2.0, -2.0], requires_grad=True)
(3 * relu(x)).sum().backward()

optimizer = torch.optim.SGD([p, x], lr=0.1)
optimizer.register_step_pre_hook(
    lambda opt, args, kwargs: print(
        "total norm",
        torch.nn.utils.get_total_norm([p.grad, x.grad]).item(),
    )
)
optimizer.step()
# --8<-- [end:module]
