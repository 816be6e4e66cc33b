import torch


class Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = [torch.nn.Linear(1, 1)]  # (1)!
        self.scale = torch.ones(1)  # (2)!
        self.register_buffer("shift", torch.ones(1))
        self.listed = torch.nn.ModuleList([torch.nn.Linear(1, 1)])


model = Model().to("meta")
print("layer in a plain list:", model.layers[0].weight.device)
print("tensor attribute:     ", model.scale.device)
print("buffer:               ", model.shift.device)
print("ModuleList:           ", model.listed[0].weight.device)
