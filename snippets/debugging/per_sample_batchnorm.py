import torch
from torch.func import functional_call, grad, vmap

model = torch.nn.BatchNorm1d(1)
params = {name: p.detach() for name, p in model.named_parameters()}
x = torch.tensor([[1.0], [3.0]])


def loss_of_one(params, one_x):
    return functional_call(model, params, (one_x[None],)).sum()


for _ in range(2):
    try:
        each = vmap(grad(loss_of_one), in_dims=(None, 0))(params, x)
        print(f"training={model.training}:", each["bias"].tolist())
    except RuntimeError as error:
        print(f"RuntimeError: {str(error).split(' This')[0]}")
    model.eval()
