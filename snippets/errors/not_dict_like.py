import torch

old = torch.nn.Linear(1, 1)
model = torch.nn.Linear(1, 1)
try:
    model.load_state_dict(old)
except TypeError as error:
    print(f"TypeError: {error}")

print("fixed:", model.load_state_dict(old.state_dict()))
