import torch


class Scaled(torch.nn.Module):
    def __init__(self, copy):
        super().__init__()
        self.layer = torch.nn.Linear(1, 1)
        self.register_buffer("scale", torch.ones(1))
        self.copy = copy

    def forward(self, x):
        self.scale.mul_(0.5)  # (1)!
        scale = self.scale.clone() if self.copy else self.scale
        return self.layer(x) * scale


x = torch.ones(1, 1)
for copy in (False, True):
    model = Scaled(copy)
    loss = (model(x) + model(x)).sum()  # two passes, one backward
    try:
        loss.backward()
        print("fixed: clone() gives the graph a value of its own")
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
