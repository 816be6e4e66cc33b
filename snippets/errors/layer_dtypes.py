import torch

x = torch.ones(1, 1, 2, dtype=torch.float64)
for layer in (
    torch.nn.Linear(2, 2),
    torch.nn.Conv1d(1, 1, 1),
    torch.nn.LSTM(2, 2),
):
    try:
        layer(x)
    except (RuntimeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
    layer(x.float())
print("fixed: x.float()")
