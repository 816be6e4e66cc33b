import torch

smallest = torch.finfo(torch.float32).min
keys = torch.tensor([[False, True], [True, True]])  # (1)!
rows = torch.tensor([[False, False], [True, True]])  # (2)!


def show(name, mask):
    q = torch.ones(2, 2, requires_grad=True)
    weights = torch.softmax(q + mask, dim=1)
    weights[0, 0].backward()
    print(f"{name} mask {mask[1, 0]:.1e}", end=" ")
    print("row 1", weights[1].tolist(), "gradient", q.grad[1].tolist())


fill = torch.zeros(2, 2).masked_fill
show("two masks added:", fill(keys, smallest) + fill(rows, smallest))
show("one fill:       ", fill(keys | rows, smallest))
