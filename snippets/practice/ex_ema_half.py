for decay in (0.9, 0.99, 0.999):
    distance, steps = 1.0, 0
    while distance > 0.5:
        distance *= decay
        steps += 1
    print(decay, "half of the way after", steps, "updates")
