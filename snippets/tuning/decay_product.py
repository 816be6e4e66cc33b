import torch


def norm(make, lr, weight_decay, steps=1000, **options):
    w = torch.ones(1, dtype=torch.float64, requires_grad=True)
    optimizer = make([w], lr=lr, weight_decay=weight_decay, **options)
    for _ in range(steps):
        w.grad = torch.zeros_like(w)  # (1)!
        optimizer.step()
    return w.item()


for lr, decay in [(0.01, 0.1), (0.1, 0.01), (0.001, 1.0), (0.001, 0.1)]:
    sgd = norm(torch.optim.SGD, lr, decay)
    adamw = norm(torch.optim.AdamW, lr, decay)
    formula = (1 - lr * decay) ** 1000
    print(f"lr {lr}, weight_decay {decay}:", end=" ")
    print(f"SGD {sgd:.4f}, AdamW {adamw:.4f}, formula {formula:.4f}")
found = norm(torch.optim.SGD, 0.001, 0.1, momentum=0.9)
print(f"SGD, lr 0.001, weight_decay 0.1, momentum 0.9: {found:.4f}")
