import torch

for cls in (torch.Tensor, torch.amp.GradScaler):
    names = [n for n in dir(cls) if n.startswith("unscale")]
    print(cls.__name__, names)
