import torch
from torch.autograd import Variable

old = Variable(torch.tensor([5.0]), requires_grad=True)  # (1)!
print("is a plain tensor:", type(old) is torch.Tensor)

new = torch.tensor([5.0], requires_grad=True)
(old * 5).backward()
(new * 5).backward()
print(old.grad, new.grad)
