# --8<-- [start:samples]
import torch
from torch.func import functional_call, grad, vmap

model = torch.nn.Linear(2, 1, bias=False)
with torch.no_grad():
    model.weight.copy_(torch.tensor([[1.0, -1.0]]))
x = torch.tensor([[0.0, 4.0], [1.0, 0.0]])
y = torch.tensor([[-5.0], [3.0]])


def loss_of_one(params, one_x, one_y):
    prediction = functional_call(model, params, (one_x,))  # (1)!
    return (prediction - one_y).square().sum()


params = {name: p.detach() for name, p in model.named_parameters()}
each = vmap(grad(loss_of_one), in_dims=(None, 0, 0))(params, x, y)
per_sample = each["weight"].squeeze(1)
print("per sample:", per_sample.tolist())
(model(x) - y).square().sum(dim=1).mean().backward()  # (2)!
print("mean:", per_sample.mean(0).tolist(), "w.grad:", model.weight.grad)
# --8<-- [end:samples]
# --8<-- [start:clip]
norms = per_sample.norm(dim=1)
print("norms:", norms.tolist())
factor = (2.0 / norms).clamp(max=1.0)
print(
    "clip each, then mean:", (per_sample * factor[:, None]).mean(0).tolist()
)
mean = per_sample.mean(0)
clipped = mean * (2.0 / mean.norm()).clamp(max=1.0)
print("mean, then clip:", [round(v, 4) for v in clipped.tolist()])
# --8<-- [end:clip]
