import matplotlib.pyplot as plt
import torch
from torch import nn

figure, (top, bottom) = plt.subplots(2, sharex=True)
for max_norm, line in ((float("inf"), "--"), (1.0, "-")):
    torch.manual_seed(0)
    rnn, head = nn.RNN(1, 16, nonlinearity="relu"), nn.Linear(16, 1)
    nn.init.eye_(rnn.weight_hh_l0)  # (1)!
    parameters = [*rnn.double().parameters(), *head.double().parameters()]
    optimizer = torch.optim.SGD(parameters, lr=0.02)
    log = []
    for _ in range(300):
        x = torch.randint(0, 2, (30, 16, 1)).double()
        h = rnn(x)[1][-1]
        loss = ((head(h) - x.mean(0)) ** 2).mean()  # (2)!
        optimizer.zero_grad()
        loss.backward()
        norm = nn.utils.clip_grad_norm_(parameters, max_norm)
        log.append((loss.item(), norm.item()))
        optimizer.step()
    losses, norms = torch.tensor(log).T
    ratio = losses[-50:].median() / (0.25 / 30)  # (3)!
    alive = (h > 0).any(0).double().mean()
    learning = sum(bool(p.grad.any()) for p in parameters)  # (4)!
    print(f"max_norm {max_norm}: all finite {bool(norms.isfinite().all())}")
    print(f"  largest norm {norms.max():.0e}, loss {losses.max():.0e}")
    print(f"  final loss / variance {ratio:.1f}, units alive {alive:.0%}")
    print(f"  parameters with a nonzero gradient {learning} of 6")
    top.semilogy(losses[:200], line, label=f"max_norm = {max_norm}")
    bottom.semilogy(norms[:200], line)
top.set_ylabel("loss")
bottom.set(xlabel="step", ylabel="norm")
top.legend()
plt.show()
