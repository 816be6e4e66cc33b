import torch

model = torch.nn.Sequential(torch.nn.Linear(1, 1), torch.nn.Linear(1, 1))
model[0].requires_grad = False  # (1)!
print("attribute of the module:", model[0].weight.requires_grad)
model[0].weight.require_grad = False  # (2)!
print("misspelled:             ", model[0].weight.requires_grad)
for parameter in model[0].parameters():
    parameter = parameter.detach()  # (3)!
print("new name for a tensor:  ", model[0].weight.requires_grad)
model[0].requires_grad_(False)
print("method of the module:   ", model[0].weight.requires_grad)
