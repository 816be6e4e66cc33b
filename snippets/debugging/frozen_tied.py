import torch

embedding = torch.nn.Embedding(3, 2)
head = torch.nn.Linear(2, 3, bias=False)
head.weight = embedding.weight  # one tensor with two names
embedding.requires_grad_(False)
print("the head learns:", head.weight.requires_grad)
head.requires_grad_(True)  # (1)!
print("the embedding is frozen:", not embedding.weight.requires_grad)
