import torch
import torch.nn.functional as F

scores = torch.zeros(1, 2, requires_grad=True)
index, yes = torch.tensor([1.0]), torch.tensor([[0, 1]])
for call in (
    lambda: F.cross_entropy(scores, index),
    lambda: F.binary_cross_entropy_with_logits(scores, yes),
    lambda: F.cross_entropy(scores, torch.tensor([2])),
    lambda: F.embedding(index, scores),
):
    try:
        call()
    except (RuntimeError, IndexError) as error:
        print(f"{type(error).__name__}: {error}")

F.cross_entropy(scores, index.long()).backward()
F.binary_cross_entropy_with_logits(scores, yes.float()).backward()
print("fixed: classes are integers, yes/no targets are floats")
