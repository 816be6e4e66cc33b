# replay: none
import threading

import torch

layer = torch.nn.Linear(2, 2)
x = torch.ones(1, 2)


def forward():
    print("in a thread:", layer(x).dtype)


def forward_with_block():
    with torch.autocast("cpu", torch.bfloat16):
        print("with a block of its own:", layer(x).dtype)


with torch.autocast("cpu", torch.bfloat16):
    print("in the block:", layer(x).dtype)
    for target in (forward, forward_with_block):
        thread = threading.Thread(target=target)
        thread.start()
        thread.join()
