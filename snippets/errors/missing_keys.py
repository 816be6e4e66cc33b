import torch

model = torch.nn.Linear(1, 1)
saved = {"module." + k: v for k, v in model.state_dict().items()}
try:
    model.load_state_dict(saved)
except RuntimeError as error:
    print(f"RuntimeError: {error}")

saved = {k.removeprefix("module."): v for k, v in saved.items()}
print("fixed:", model.load_state_dict(saved))
