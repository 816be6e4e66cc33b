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
    model = torch.nn.Linear(2, 2, bias=False)
    fully_shard(model, mesh=init_device_mesh("cpu", (2,)))
    out = model(torch.tensor([[3.0, 0.0]]))
    (out * torch.tensor([1.0, 4 / 3])).sum().backward()
    local = model.weight.grad.to_local()
    before = local.norm().item()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    total = norm.full_tensor().item()  # (1)!
    if rank == 0:
        print("norm of this shard", before, "total norm", round(total, 4))
        print(type(norm).__name__, "after:", round(local.norm().item(), 4))
        try:
            model.clip_grad_norm_(1.0)
        except AttributeError as error:
            print("AttributeError:", error)
    dist.destroy_process_group()


with tempfile.TemporaryDirectory() as folder:
    start_processes(work, (folder,), nprocs=2, start_method="fork")
