import matplotlib.pyplot as plt

for beta, style in [(0.5, ":"), (0.9, "-"), (0.95, "--"), (0.99, "-.")]:
    weights = [(1 - beta) * beta**age for age in range(60)]  # (1)!
    memory = round(1 / (1 - beta))
    share = 1 - beta**memory  # (2)!
    half = next(age for age in range(200) if 1 - beta**age >= 0.5)
    print(f"beta {beta}: 1/(1-beta) = {memory}", end=", ")
    print(f"share of the last {memory}: {share:.3f}, half: {half}")
    plt.plot([w / weights[0] for w in weights], style, label=f"beta {beta}")
print(f"beta 0.999: share of the last 1000: {1 - 0.999**1000:.3f}")
plt.xlabel("age of the gradient in steps")
plt.ylabel("weight, newest = 1")
plt.legend()
plt.show()
