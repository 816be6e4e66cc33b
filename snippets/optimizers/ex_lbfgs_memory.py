# replay: hide optimizer
import torch

h = torch.linspace(1, 100, 1000)
for history in (100, 5):
    w = torch.zeros(1000, requires_grad=True)
    options = {"history_size": history, "max_iter": 40, "lr": 0.1}
    optimizer = torch.optim.LBFGS([w], **options, tolerance_change=0)

    def closure(w=w, optimizer=optimizer):
        optimizer.zero_grad()
        loss = (h * (w - 1) ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    state = optimizer.state[w]
    print(history, "pairs:", len(state["old_dirs"]))
    held = [*state["old_dirs"], *state["old_stps"], state["d"]]
    held.append(state["prev_flat_grad"])
    print("  numbers:", sum(x.numel() for x in held))
