import tempfile

import torch
import torch.distributed as dist
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard

model = torch.nn.Linear(2, 2, bias=False)
with tempfile.TemporaryDirectory() as folder:
    store = dist.FileStore(f"{folder}/store", 1)
    dist.init_process_group("gloo", store=store, rank=0, world_size=1)
    fully_shard(model, mesh=init_device_mesh("cpu", (1,)))
    try:
        model.clip_grad_norm_(1.0)
    except AttributeError as error:
        print(f"AttributeError: {error}")
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)  # (1)!
    print("the function runs")
    dist.destroy_process_group()
