import torch

w = torch.nn.Parameter(torch.tensor([4.0]))
optimizer = torch.optim.Adam([w], lr=0.5)
for rate in (0.5, 0.5, 0.125):
    optimizer.param_groups[0]["lr"] = rate
    w.grad = torch.ones(1)
    optimizer.step()
    step, average = (
        optimizer.state[w]["step"],
        optimizer.state[w]["exp_avg"],
    )
    print(f"lr {rate}: step {step.item()}", end=", ")
    print(f"exp_avg {average.item():.3f}, w {w.item():.4f}")
