import torch

hidden = torch.tensor([[False, True], [True, True]])
q = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
some = ~hidden.all(dim=-1)
scores = (q @ q.T).masked_fill(hidden, float("-inf"))[some]
output = torch.softmax(scores, dim=-1) @ q
output.sum().backward()
print(output.tolist(), q.grad.tolist())
