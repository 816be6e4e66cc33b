import torch

torch.manual_seed(0)
lstm = torch.nn.LSTM(1, 2)


def train(cut):
    state = (torch.zeros(1, 2), torch.zeros(1, 2))
    for _ in range(3):
        output, state = lstm(torch.ones(4, 1), cut(state))
        output.sum().backward()


try:
    train(lambda state: state.detach())
except AttributeError as error:
    print("AttributeError:", error)
try:
    train(lambda state: (state[0].detach(), state[1]))
except RuntimeError as error:
    print("only h:", str(error).partition(" (")[0])
train(lambda state: tuple(s.detach() for s in state))
print("both: 3 steps")
