# replay: none
import tempfile
from contextlib import nullcontext

import torch
import torch.distributed as dist
from torch.multiprocessing import start_processes
from torch.nn.parallel import DistributedDataParallel


def clipped(rank, sync):
    layer = torch.nn.Linear(1, 1, bias=False)
    model = DistributedDataParallel(layer)
    with nullcontext() if sync else model.no_sync():
        model(torch.tensor([[2.0 + 4.0 * rank]])).sum().backward()
    norm = torch.nn.utils.clip_grad_norm_(layer.parameters(), 1.0)
    norms = [torch.zeros(()) for _ in range(2)]
    dist.all_gather(norms, norm)  # (1)!
    return [value.item() for value in norms]


def work(rank, folder):
    store = dist.FileStore(f"{folder}/store", 2)
    dist.init_process_group("gloo", store=store, rank=rank, world_size=2)
    for sync in (True, False):
        norms = clipped(rank, sync)
        if rank == 0:
            print("synchronized" if sync else "in no_sync", norms)
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
