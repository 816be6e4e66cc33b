import torch


def train(build_first):
    torch.manual_seed(0)
    model = torch.nn.Linear(1, 1, bias=False)
    saved = {"weight": torch.ones(1, 1)}
    if build_first:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    model.load_state_dict(saved, assign=True)
    if not build_first:
        optimizer = torch.optim.SGD(model.parameters(), lr=0.25)
    optimizer.zero_grad()
    model(torch.ones(1, 1)).sum().backward()
    optimizer.step()
    return model.weight.item(), model.weight.grad is not None


print("optimizer first", train(build_first=True))
print("load first     ", train(build_first=False))
