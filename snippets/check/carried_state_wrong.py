import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(1, 2)
optimizer = torch.optim.SGD(rnn.parameters(), lr=0.5)
hidden = torch.zeros(1, 2)
try:
    for step in range(3):
        output, hidden = rnn(torch.ones(4, 1), hidden)
        loss = output.pow(2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        print(f"step {step}: loss {loss.item():.4f}")
except RuntimeError as error:
    print("RuntimeError:", str(error).partition(" (")[0])
