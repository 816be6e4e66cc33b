import torch


class Cached(torch.nn.Module):
    def __init__(self, cut):
        super().__init__()
        self.freqs = torch.nn.Parameter(torch.ones(2))
        self.table, self.cut = None, cut

    def forward(self, x):
        if self.table is None:  # (1)!
            table = self.freqs.exp()
            self.table = table.detach() if self.cut else table
        return x * self.table


for cut in (False, True):
    model = Cached(cut)
    x = torch.ones(2, requires_grad=True)
    try:
        for _ in range(2):
            model(x).sum().backward()
        print("fixed: the cache holds no graph")
    except RuntimeError as error:
        print(f"RuntimeError: {error}")
