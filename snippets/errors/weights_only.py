import io

import torch

model = torch.nn.Linear(1, 1)
file = io.BytesIO()
torch.save(model, file)
file.seek(0)
try:
    torch.load(file)
except Exception as error:
    text = str(error).replace("\033[1m", "").replace("\033[0m", "")
    print(f"{type(error).__name__}: {text}")

file = io.BytesIO()
torch.save(model.state_dict(), file)
file.seek(0)
print("fixed:", model.load_state_dict(torch.load(file)))
