"""What a reader sees of a run at one place of its code: the names, and what stands behind them."""

import torch

from fieldguide.run.follow.values import NAMES, ROW, attempt, text


class Watch:
    """Takes the state of a run: name → text of everything that can be seen from one place of the code.

    Args: ``hidden``: names that the snippet wants left out.
    """

    def __init__(self, hidden: set[str]):
        self.hidden = hidden

    def state(self, scopes: list[tuple[str, dict]]) -> dict[str, str]:
        """Return the state of ``scopes`` (prefix of the names, variables), outermost first."""
        self.found, self.names = {}, {}
        for prefix, variables in scopes:
            for name, value in list(variables.items()):
                if not name.startswith("_") and name not in self.hidden:
                    attempt(self.add, prefix, name, value)
        return self.found

    def add(self, prefix: str, name: str, value) -> None:
        """Add one variable: tensors with what autograd knows of them, what changes in optimizers, scalers and models, plain values."""
        if isinstance(value, torch.Tensor):
            self.tensor(prefix, name, value)
        elif isinstance(value, torch.nn.Module):
            self.module(prefix, name, value)
        elif isinstance(value, torch.optim.Optimizer):
            self.optimizer(prefix, name, value)
        elif isinstance(value, torch.optim.lr_scheduler.LRScheduler):
            self.put(prefix + f"{name}.last_epoch", value.last_epoch)
        elif isinstance(value, torch.amp.GradScaler) and value.is_enabled():
            self.put(prefix + f"{name}.scale", value._init_scale if value._scale is None else value._scale)
        elif type(value) in (list, tuple) and 0 < len(value) <= ROW and all(isinstance(item, torch.Tensor) for item in value):
            for place, item in enumerate(value):
                self.tensor(prefix, f"{name}[{place}]", item)
        else:
            self.put(prefix + name, value)

    def put(self, key: str, value) -> None:
        shown = text(value)
        if shown is not None:
            self.found[key] = shown

    def tensor(self, prefix: str, name: str, value: torch.Tensor) -> None:
        """Add a tensor, its dtype if it is no usual one, and its ``.grad`` or ``grad_fn``; of a second name for one tensor only that."""
        key = prefix + name
        self.put(key, value)
        if id(value) in self.names:
            self.found[f"{key} is"] = self.names[id(value)]
            return
        self.names[id(value)] = name
        if value.dtype not in (torch.float32, torch.int64, torch.bool):
            self.found[f"{key}.dtype"] = str(value.dtype).removeprefix("torch.")
        if value.requires_grad and value.is_leaf:
            self.found[f"{key}.requires_grad"] = "True"
        elif value.requires_grad:
            self.found[f"{key}.grad_fn"] = type(value.grad_fn).__name__
        if value.is_leaf or value.retains_grad:  # of others, reading .grad warns
            grad = value.grad
            if grad is not None or value.requires_grad:
                self.put(f"{key}.grad", grad)
            if grad is not None:
                self.names.setdefault(id(grad), f"{name}.grad")

    def module(self, prefix: str, name: str, value: torch.nn.Module) -> None:
        """Add the first parameters and buffers of a model, by the expression that reads them; and that it is in evaluation mode."""
        found = [(path, item) for path, item in [*value.named_parameters(), *value.named_buffers()] if not path.startswith("_")]
        for path, item in found[:NAMES]:
            steps = "".join(f"[{step}]" if step.isdigit() else f".{step}" for step in path.split("."))
            if id(item) not in self.names:
                self.tensor(prefix, name + steps, item)
        if not value.training:
            self.found[f"{prefix}{name}.training"] = "False"

    def optimizer(self, prefix: str, name: str, value: torch.optim.Optimizer) -> None:
        """Add each group's learning rate, each option that is no longer the optimizer's, and the state of the parameters that have a name."""
        for place, group in enumerate(value.param_groups):
            suffix = f"[{place}]" if len(value.param_groups) > 1 else ""
            for option, setting in group.items():
                if option == "lr" or (option in value.defaults and setting != value.defaults[option] and not isinstance(setting, bool)):
                    self.put(f"{prefix}{name}.{option}{suffix}", setting)
        known = [item for group in value.param_groups for item in group["params"] if id(item) in self.names]
        for item in known[:NAMES]:
            for key, part in value.state.get(item, {}).items():
                self.put(f"{prefix}{name}.state[{self.names[id(item)]}].{key}", part)
