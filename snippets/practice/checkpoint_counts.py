import torch
from torch.autograd.graph import saved_tensors_hooks
from torch.utils.checkpoint import checkpoint


def run(use_checkpoint):
    torch.manual_seed(0)
    blocks = [
        torch.nn.Sequential(torch.nn.Linear(4, 4), torch.nn.Tanh())
        for _ in range(6)
    ]
    forwards = []
    for block in blocks:
        block.register_forward_pre_hook(lambda *_: forwards.append(1))
    x = torch.ones(8, 4, requires_grad=True)
    saved = []

    def pack(tensor):  # (1)!
        if tensor.shape == (8, 4):
            saved.append(tensor.data_ptr())
        return tensor

    with saved_tensors_hooks(pack, lambda tensor: tensor):
        h = x
        for part in (blocks[:3], blocks[3:]):
            segment = torch.nn.Sequential(*part)
            if use_checkpoint:
                h = checkpoint(segment, h, use_reentrant=False)  # (2)!
            else:
                h = segment(h)
    before = len(set(saved))
    h.sum().backward()
    return before, len(forwards), x.grad


(plain_saved, plain_calls, plain), (saved, calls, grad) = (
    run(False),
    run(True),
)
print("plain:      saved", plain_saved, "forward calls", plain_calls)
print("checkpoint: saved", saved, "forward calls", calls)
print("equal gradients:", torch.equal(plain, grad))
