import warnings

import torch
from torch.autograd import Variable

warnings.simplefilter("ignore")
w = torch.tensor([2.0], requires_grad=True)
x = Variable(torch.ones(1), volatile=True)
out = w * x
print("records a graph:", out.requires_grad)
