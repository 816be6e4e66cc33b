"""`python -m tools.measure_step`: memory and time of `step()` for each implementation, as ratios of one run. Never asserted in tests."""

import statistics
import time
import warnings

import torch
from torch.profiler import ProfilerActivity, profile

from tools import command

PATHS = {"loop": {"foreach": False, "fused": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}
MODELS = {"many small (512 x 64)": (512, 64), "few large (4 x 1M)": (4, 1_000_000)}


def prepared(tensors: int, size: int, path: dict) -> torch.optim.Optimizer:
    """Return an Adam that has taken one step on ``tensors`` parameters of ``size`` elements."""
    parameters = [torch.nn.Parameter(torch.ones(size)) for _ in range(tensors)]
    for parameter in parameters:
        parameter.grad = torch.ones(size)
    optimizer = torch.optim.Adam(parameters, **path)
    optimizer.step()
    return optimizer


def peak(optimizer: torch.optim.Optimizer) -> int:
    """Return the largest number of bytes that one step holds beyond what was there before it."""
    with profile(activities=[ProfilerActivity.CPU], profile_memory=True) as run:
        optimizer.step()
    held = most = 0
    for event in run.profiler.kineto_results.events():
        if event.name() == "[memory]":
            held += event.nbytes()
            most = max(most, held)
    return most


def seconds(optimizer: torch.optim.Optimizer, times: int = 15) -> float:
    """Return the median seconds of ``times`` steps."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        optimizer.step()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print one line for each model and path; time is relative to the loop of the same model."""
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    print(f"Adam, float32, CPU, one thread, PyTorch {torch.__version__.partition('+')[0]}, {time.strftime('%Y-%m-%d')}")
    for model, (tensors, size) in MODELS.items():
        base = None
        for name, path in PATHS.items():
            optimizer = prepared(tensors, size, path)
            spent = seconds(optimizer)
            base = base or spent
            extra = peak(optimizer) / (4 * tensors * size)
            print(f"{model:24}{name:8} time {spent / base:5.2f}   extra memory / parameters {extra:5.3f}")


if __name__ == "__main__":
    command("measure", main)
