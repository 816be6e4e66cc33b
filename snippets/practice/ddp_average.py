# replay: none
import tempfile

import torch
import torch.distributed as dist
from torch.multiprocessing import start_processes
from torch.nn.parallel import DistributedDataParallel


def work(rank, folder):
    store = dist.FileStore(f"{folder}/store", 2)  # (1)!
    dist.init_process_group("gloo", store=store, rank=rank, world_size=2)
    layer = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(layer.weight, 1.0 + rank)  # (2)!
    model = DistributedDataParallel(layer)
    x = torch.tensor([[[3.0]], [[5.0]]])[rank]
    model(x).sum().backward()
    if rank == 1:  # (3)!
        print(
            "weight", layer.weight.item(), "grad", layer.weight.grad.item()
        )
    del model  # or the end of the group may wait for it for ever
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
