# replay: none
# --8<-- [start:model]
import tempfile

import torch
import torch.distributed as dist
from torch.multiprocessing import start_processes
from torch.nn.parallel import DistributedDataParallel


class Branches(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.a = torch.nn.Parameter(torch.ones(1))
        self.b = torch.nn.Parameter(torch.ones(1))
        self.c = torch.nn.Parameter(torch.ones(1))  # (1)!

    def forward(self, x, use_b):
        return self.a * x + (self.b * x if use_b else 0)


# --8<-- [end:model]
# --8<-- [start:run]
def work(rank, folder):
    store = dist.FileStore(f"{folder}/store", 2)
    dist.init_process_group("gloo", store=store, rank=rank, world_size=2)
    for find in (False, True):
        model = DistributedDataParallel(
            Branches(), find_unused_parameters=find
        )
        try:
            for step in range(2):
                model.zero_grad()
                x = torch.full((1,), 1.0 + 2 * rank)
                use_b = find and rank == 0  # (1)!
                model(x, use_b).sum().backward()
                if rank == 0:
                    grads = [
                        p.grad and p.grad.item() for p in model.parameters()
                    ]
                    print(f"find={find} step {step} gradients {grads}")
        except RuntimeError as error:
            if rank == 0:
                print(f"find={find} step {step}")
                print("RuntimeError:", str(error).split(". ")[0])
        dist.barrier()
    del model  # or the end of the group may wait for it for ever
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
# --8<-- [end:run]
