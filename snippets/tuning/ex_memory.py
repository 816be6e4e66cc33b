for beta in (0.8, 0.98, 0.9999):
    memory = round(1 / (1 - beta))
    print(f"beta {beta}: {memory} steps, share {1 - beta**memory:.3f}")
