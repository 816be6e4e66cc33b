import torch


def steps(gradients, **options):
    w = torch.zeros(1, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=1.0, **options)
    moves = []
    for g in gradients:
        before = w.item()
        w.grad = torch.tensor([g])  # (1)!
        optimizer.step()
        moves.append(w.item() - before)
    return moves


same = [-1.0] * 5
print("momentum 0  :", steps(same))
print("momentum 0.5:", steps(same, momentum=0.5))
late = steps([-1.0] * 30, momentum=0.5)[-1]
print("step 30     :", round(late, 4))  # (2)!

print("sign flips  :", steps([-1.0, 1.0, -1.0, 1.0], momentum=0.5))
print("no gradient :", steps([-1.0, 0.0, 0.0, 0.0], momentum=0.5))
