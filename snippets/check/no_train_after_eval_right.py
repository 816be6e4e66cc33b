import torch

torch.manual_seed(0)
x = torch.ones(4)
model = torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Dropout(0.5))
optimizer = torch.optim.SGD(model.parameters(), lr=0.0)
for epoch in range(3):
    model.train()
    for batch in [x]:
        out = model(batch)
        optimizer.zero_grad()
        out.sum().backward()
        optimizer.step()
        print(f"epoch {epoch}: dropout on: {model.training}")
    model.eval()
    with torch.no_grad():
        model(x)
