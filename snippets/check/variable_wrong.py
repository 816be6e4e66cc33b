import torch
from torch.autograd import Variable

x = torch.ones(2)
v = Variable(x)
print("type:", type(v).__name__, "requires_grad:", v.requires_grad)
