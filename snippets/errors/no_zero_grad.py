import torch

w = torch.ones(1, requires_grad=True)
layer = torch.nn.Linear(1, 1)
for thing in (w, layer.weight):
    try:
        thing.zero_grad()
    except AttributeError as error:
        print(f"AttributeError: {error}")

w.grad = None
layer.zero_grad()
torch.optim.SGD([w], lr=0.1).zero_grad()
print("fixed: None, a module, or an optimizer")
