import torch

hidden = torch.tensor([[False, True], [True, True]])  # row 1 sees nothing


def gradient(mask, fill):
    q = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
    scores = (q @ q.T).masked_fill(mask, fill)
    weights = torch.softmax(scores, dim=-1)
    (weights @ q)[0].sum().backward()  # (1)!
    return weights[1].tolist(), q.grad.tolist()


lowest = torch.finfo(torch.float32).min
visible = hidden.clone()
visible[1, 1] = False  # (2)!
for name, mask, fill in (
    ("-inf", hidden, float("-inf")),
    ("finfo.min", hidden, lowest),
    ("-inf, one entry visible", visible, float("-inf")),
):
    row, grad = gradient(mask, fill)
    print(f"{name}: row 1 {row}, gradient {grad}")
