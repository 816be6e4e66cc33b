# replay: none
import tempfile

import torch
import torch.distributed as dist
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.multiprocessing import start_processes


def work(rank, folder):
    store = dist.FileStore(f"{folder}/store", 2)
    dist.init_process_group("gloo", store=store, rank=rank, world_size=2)
    model = torch.nn.Linear(2, 1, bias=False)
    torch.nn.init.ones_(model.weight)
    early = torch.optim.SGD(model.parameters(), lr=1.0)
    fully_shard(model, mesh=init_device_mesh("cpu", (2,)))  # (1)!
    late = torch.optim.SGD(model.parameters(), lr=1.0)
    for name, optimizer in (("before", early), ("after", late)):
        model.zero_grad()
        model(torch.tensor([[0.5, 0.5]])).sum().backward()
        optimizer.step()
        weight = model.weight.full_tensor().tolist()
        if rank == 0:
            print(f"optimizer built {name} fully_shard: weight {weight}")
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
