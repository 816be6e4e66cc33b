import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(2, 2), torch.nn.BatchNorm1d(2))
model.requires_grad_(False)
before = {name: value.clone() for name, value in model.state_dict().items()}
model(torch.randn(4, 2))
for name, value in model.state_dict().items():
    if not torch.equal(value, before[name]):
        print("moved:", name)
