import tempfile

import torch
import torch.distributed as dist
from torch.multiprocessing import start_processes
from torch.nn.functional import cross_entropy
from torch.nn.parallel import DistributedDataParallel

X = torch.tensor([[[1.0, 0.0]] * 3, [[0.0, 1.0]] * 3])
T = torch.tensor([[0, 0, 0], [1, -100, -100]])  # (1)!


def gradient(wrap, x, t, loss):
    layer = torch.nn.Linear(2, 2, bias=False)
    torch.nn.init.zeros_(layer.weight)
    model = wrap(layer)
    loss(model(x), t).backward()
    return layer.weight.grad[:, 0].tolist()


def exact(output, t):
    count = (t != -100).sum().double()
    dist.all_reduce(count)  # (2)!
    total = cross_entropy(output, t, reduction="sum")
    return total / count * dist.get_world_size()  # (3)!


def work(rank, folder):
    store = dist.FileStore(f"{folder}/store", 2)
    dist.init_process_group("gloo", store=store, rank=rank, world_size=2)
    ddp = DistributedDataParallel
    mean = gradient(ddp, X[rank], T[rank], cross_entropy)
    right = gradient(ddp, X[rank], T[rank], exact)
    if rank == 0:
        print("two processes, own mean    ", mean)
        print("two processes, global count", right)
        x, t = X.flatten(0, 1), T.flatten()
        one = gradient(lambda layer: layer, x, t, cross_entropy)
        print("one process                ", one)
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
