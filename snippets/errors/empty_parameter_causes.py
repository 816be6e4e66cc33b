import torch


class Listed(torch.nn.Module):
    def __init__(self, container):
        super().__init__()
        self.layers = container([torch.nn.Linear(1, 1)])


frozen = torch.nn.Linear(1, 1).requires_grad_(False)
for name, parameters in (
    ("plain list", Listed(list).parameters()),
    ("all frozen", filter(lambda p: p.requires_grad, frozen.parameters())),
    ("no weights", torch.nn.ReLU().parameters()),
    ("ModuleList", Listed(torch.nn.ModuleList).parameters()),
):
    try:
        torch.optim.SGD(parameters, lr=0.5)
        print(f"{name}: accepted")
    except ValueError as error:
        print(f"{name}: {error}")
