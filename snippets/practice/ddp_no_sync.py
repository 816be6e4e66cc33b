# replay: none
import tempfile
from contextlib import nullcontext

import torch
import torch.distributed as dist
from torch.distributed.algorithms.ddp_comm_hooks.default_hooks import (
    allreduce_hook,
)
from torch.multiprocessing import start_processes
from torch.nn.parallel import DistributedDataParallel


def window(rank, quiet):
    layer = torch.nn.Linear(1, 1, bias=False)
    model = DistributedDataParallel(layer)
    sent, grads = [], []

    def count(state, bucket):  # (1)!
        sent.append(bucket.index())
        return allreduce_hook(state, bucket)

    model.register_comm_hook(None, count)
    for part in range(4):
        x = torch.full((1, 1), 1.0 + part + 4 * rank)
        with model.no_sync() if quiet and part < 3 else nullcontext():
            (model(x).sum() / 4).backward()  # (2)!
        grads.append(layer.weight.grad.item())
    return f"messages {len(sent)} grad after each part {grads}"


def work(rank, folder):
    store = dist.FileStore(f"{folder}/store", 2)
    dist.init_process_group("gloo", store=store, rank=rank, world_size=2)
    for quiet in (False, True):
        result = window(rank, quiet)
        if rank == 0:
            print(f"no_sync={quiet}: {result}")
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
