import io
import pickle

import torch

model = torch.nn.Linear(2, 1)
optimizer = torch.optim.Adam(model.parameters())


def round_trip(thing):
    file = io.BytesIO()
    torch.save(thing, file)
    file.seek(0)
    return torch.load(file)  # (1)!


try:
    round_trip({"model": model})
except pickle.UnpicklingError as error:
    print("UnpicklingError:", str(error).split(". ")[0])
states = {"model": model.state_dict(), "opt": optimizer.state_dict()}
print(list(round_trip(states)))
