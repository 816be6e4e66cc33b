import torch
from torch.autograd import Variable

model = torch.nn.Linear(2, 1)
w = torch.zeros(1, requires_grad=True)
forms = {
    "a list of tensors": [w],
    "model.parameters()": model.parameters(),
    "a list of dicts": [{"params": [w], "lr": 0.5}],
    "model.named_parameters()": model.named_parameters(),  # (1)!
    "a Variable in a list": [Variable(w, requires_grad=True)],
    "a bare tensor": w,  # (2)!
}
for name, params in forms.items():
    try:
        torch.optim.SGD(params, lr=0.1)
        print(f"{name}: accepted")
    except TypeError as error:
        print(f"{name}: TypeError: {error}")

print("Variable is Tensor:", type(Variable(torch.zeros(1))) is torch.Tensor)
