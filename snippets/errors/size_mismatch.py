import torch

saved = torch.nn.Linear(3, 1).state_dict()
model = torch.nn.Linear(2, 1)
try:
    model.load_state_dict(saved, strict=False)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

model = torch.nn.Linear(3, 1)
print("fixed:", model.load_state_dict(saved))
