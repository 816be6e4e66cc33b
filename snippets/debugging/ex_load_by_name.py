import torch

a, b = torch.zeros(1), torch.zeros(1)
a.grad, b.grad = torch.tensor([1.0]), torch.tensor([8.0])
first = torch.optim.SGD([("a", a), ("b", b)], lr=0.1, momentum=0.9)
first.step()
saved = first.state_dict()
by_name = {
    name: saved["state"][i]
    for i, name in enumerate(saved["param_groups"][0]["param_names"])
}

second = torch.optim.SGD([("b", b), ("a", a)], lr=0.1, momentum=0.9)
group = second.param_groups[0]
for name, tensor in zip(group["param_names"], group["params"], strict=True):
    second.state[tensor] = by_name[name]
print("a:", second.state[a]["momentum_buffer"].item())
print("b:", second.state[b]["momentum_buffer"].item())
