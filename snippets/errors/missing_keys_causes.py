# replay: none
import torch

model = torch.nn.Linear(1, 1)
for wrapped in (
    torch.compile(model),
    torch.optim.swa_utils.AveragedModel(model),
):
    saved = wrapped.state_dict()
    print(type(wrapped).__name__, list(saved))
    try:
        model.load_state_dict(saved)
    except RuntimeError as error:
        print(f"RuntimeError: {str(error).splitlines()[1].strip()}")

inner = torch.compile(model)._orig_mod
print("fixed:", model.load_state_dict(inner.state_dict()))
