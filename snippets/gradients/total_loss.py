import torch


def additions(t):
    count, node = 0, t.grad_fn
    while node is not None:
        count += 1
        node = node.next_functions[0][0]
    return count


w = torch.tensor(1.0, requires_grad=True)
number, tensor = 0.0, torch.zeros(())
for _ in range(100):
    loss = w * 2
    loss.backward()
    number += loss.item()  # (1)!
    tensor += loss  # (2)!

print("number", number)
print("tensor", tensor.item(), "linked additions", additions(tensor))
