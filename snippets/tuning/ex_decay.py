for lr, decay in [(0.001, 0.01), (0.003, 0.01), (0.003, 0.01 / 3)]:
    print(f"lr {lr}, decay {decay:.4f}: {1 / (lr * decay):.0f} steps")
