batch, lr = 32, 0.1
for new in (64, 256, 8):
    linear, root = lr * new / batch, lr * (new / batch) ** 0.5
    print(f"batch {new}: SGD {linear:.4f}, Adam {root:.4f}")
