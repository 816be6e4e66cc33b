import torch

encoder = torch.nn.Linear(3, 3, bias=False)
decoder = torch.nn.Linear(3, 3, bias=False)
decoder.weight = encoder.weight
model = torch.nn.ModuleList([encoder, decoder])

try:
    torch.optim.SGD(
        [
            {"params": encoder.parameters()},
            {"params": decoder.parameters(), "lr": 0.5},
        ],
        lr=0.125,
    )
except ValueError as error:
    print(f"ValueError: {error}")
print("model.parameters():", len(list(model.parameters())), "tensor")
