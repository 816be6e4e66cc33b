import torch


def run(calls):
    w = torch.tensor([1.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.5)
    scaler = torch.amp.GradScaler("cpu", init_scale=8.0)
    actions = {
        "backward": lambda: scaler.scale((2 * w).sum()).backward(),
        "unscale_": lambda: scaler.unscale_(optimizer),
        "step": lambda: scaler.step(optimizer),
        "update": lambda: scaler.update(),
    }
    try:
        for call in calls.split():
            actions[call]()
        print(f"{calls}\n  no error")
    except (RuntimeError, AssertionError) as error:
        print(f"{calls}\n  {type(error).__name__}: {error}")


run("backward unscale_ backward unscale_")
run("backward unscale_ update backward unscale_")
run("backward step unscale_")
run("backward step step")
run("backward update")
