import torch
from torch.optim.swa_utils import AveragedModel, update_bn

model = torch.nn.Sequential(
    torch.nn.Linear(1, 1, bias=False),
    torch.nn.BatchNorm1d(1, momentum=1.0),  # (1)!
)
average = AveragedModel(model)
buffers = AveragedModel(model, use_buffers=True)
batch = torch.tensor([[0.0], [2.0]])
for weight in (1.0, 3.0):
    torch.nn.init.constant_(model[0].weight, weight)
    model(batch)
    average.update_parameters(model)
    buffers.update_parameters(model)


def show(name, layers):
    norm = layers[1]
    print(f"{name:18} weight", layers[0].weight.item(), end=" ")
    print("mean", norm.running_mean.item(), "var", norm.running_var.item())


show("model", model)
show("average", average.module)
show("use_buffers=True", buffers.module)
update_bn([batch], average)  # (2)!
show("after update_bn", average.module)
print("average is in training mode:", average.training)
