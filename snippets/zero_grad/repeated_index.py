import torch

rows = torch.tensor([0, 0, 2])
factors = torch.tensor([1.0, 10.0, 100.0])
x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)

reads = {
    "x[rows]": lambda: x[rows],
    "gather": lambda: x.gather(0, rows),
    "index_select": lambda: x.index_select(0, rows),
}
for name, read in reads.items():
    x.grad = None
    (read() * factors).sum().backward()
    print(f"{name:13}", "gradient", x.grad.tolist())

x.grad = None
y = torch.zeros(3)
y[rows] = x  # (1)!
y.sum().backward()
print("y[rows] = x  ", "gradient", x.grad.tolist(), "y", y.tolist())

x.grad = None
y = torch.zeros(3).index_add(0, rows, x)  # (2)!
y.sum().backward()
print("index_add    ", "gradient", x.grad.tolist(), "y", y.tolist())
