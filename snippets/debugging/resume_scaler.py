import torch

old = torch.amp.GradScaler("cpu", init_scale=1024.0, growth_interval=100)
old.scale(torch.ones(1))
new = torch.amp.GradScaler("cpu", init_scale=8.0, growth_interval=2000)
new.load_state_dict(old.state_dict())
print("scale:", new.get_scale(), "interval:", new.get_growth_interval())
