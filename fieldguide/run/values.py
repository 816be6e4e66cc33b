"""What a replay shows of a run: names and values as short text. Reads memory instead of calling torch, so that nothing that is watched changes.

No operation of torch runs here: no view is made, no version counter, mode, hook or warning is touched, no object is kept.
"""

import ctypes
import struct

import torch

NUMBERS, ROW, NAMES = (
    12,
    3,
    6,
)  # a tensor up to NUMBERS values is shown whole, else ROW values and the last; at most NAMES parameters of a model
FORMATS = {
    torch.float64: "d", torch.float32: "f", torch.float16: "e", torch.int64: "q", torch.int32: "i", torch.int16: "h", torch.int8: "b",
    torch.uint8: "B", torch.bool: "?",
}  # fmt: skip


def number(value: float) -> str:
    """Return a number with six digits.

    >>> number(0.1 + 0.2), number(3.0), number(True), number(float("nan"))
    ('0.3', '3', 'True', 'nan')
    """
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def elements(tensor: torch.Tensor, places: list[int]) -> list:
    """Return the values at ``places`` (of the flattened tensor), read from its memory."""
    size, start, found = tensor.element_size(), tensor.data_ptr(), []
    for place in places:
        offset = 0
        for length, stride in zip(reversed(tensor.shape), reversed(tensor.stride()), strict=True):
            offset += place % length * stride
            place //= length
        raw = ctypes.string_at(start + offset * size, size)
        if tensor.dtype is torch.bfloat16:
            found.append(struct.unpack("f", b"\0\0" + raw)[0])
        elif tensor.dtype is torch.complex64 or tensor.dtype is torch.complex128:
            found.append(complex(*struct.unpack("ff" if size == 8 else "dd", raw)))
        else:
            found.append(struct.unpack(FORMATS[tensor.dtype], raw)[0])
    return found


def nested(texts: list[str], shape: tuple) -> str:
    """Return texts as the nested list that has this shape.

    >>> nested(["1", "2", "3", "4"], (2, 2)), nested(["7"], ())
    ('[[1, 2], [3, 4]]', '7')
    """
    if not shape:
        return texts[0]
    part = len(texts) // shape[0] if shape[0] else 0
    return "[" + ", ".join(nested(texts[row * part : (row + 1) * part], shape[1:]) for row in range(shape[0])) + "]"


def tensor(value: torch.Tensor) -> str:
    """Return a tensor's values if they are few, else its shape, its first values and the last one; only the shape if it has no memory."""
    shape, count = tuple(value.shape), value.numel()
    if value.layout is not torch.strided or value.device.type != "cpu" or torch._C._functorch.is_functorch_wrapped_tensor(value):
        return str(shape)
    if count and not value.data_ptr():
        return str(shape)
    sign = -1 if value.is_neg() else 1
    places = range(count) if count <= NUMBERS else [*range(ROW), count - 1]
    found = [item if isinstance(item, bool) else item * sign for item in elements(value, places)]
    texts = [number(item.conjugate() if value.is_conj() else item) for item in found]
    return nested(texts, shape) if count <= NUMBERS else f"{shape} {', '.join(texts[:ROW])}, … {texts[-1]}"


def text(value, deep: bool = True) -> str | None:
    """Return a plain value as short text, or None if it is plumbing: a module, a function, a class, an object without a number in it.

    >>> text([1.0, 2.5]), text((3,)), text({"a": 1}), text(print), text("on")
    ('[1, 2.5]', '(3,)', "{'a': 1}", None, "'on'")
    """
    if value is None or isinstance(value, (bool, int, float, complex)):
        return number(value)
    if isinstance(value, str):
        return repr(value) if len(value) <= 24 and value.isprintable() else None
    if isinstance(value, torch.Tensor):
        return attempt(tensor, value)
    if isinstance(value, torch.dtype):
        return str(value)
    if isinstance(value, BaseException):
        line = str(value).partition("\n")[0]
        return f"{type(value).__name__}: {line[:60]}{'…' if len(line) > 60 else ''}"
    if deep and type(value) in (list, tuple, torch.Size, dict):
        return several(value)
    return None


def several(values) -> str | None:
    """Return a list, tuple or dictionary of plain values; a long one with its first values, the last and the count."""
    items = list(values.items()) if isinstance(values, dict) else list(values)
    kept = items if len(items) <= NUMBERS else [*items[:ROW], items[-1]]
    if isinstance(values, dict):
        texts = [(text(key, False), text(item, False)) for key, item in kept]
        texts = [f"{key}: {item}" if key and item else None for key, item in texts]
    else:
        texts = [text(item, type(item) in (list, tuple)) for item in kept]
    if None in texts or sum(map(len, texts)) > 120:
        return None
    body = ", ".join(texts) if kept is items else f"{', '.join(texts[:ROW])}, … {texts[-1]}"
    body += "," if isinstance(values, tuple) and len(items) == 1 else ""
    left, right = "{}" if isinstance(values, dict) else "[]" if isinstance(values, list) else "()"
    return f"{left}{body}{right}" + ("" if kept is items else f" ({len(items)})")


def attempt(function, *args):
    """Call ``function``; None if the value cannot be read (a tensor without memory, an object that is not ready)."""
    try:
        with torch._C.DisableTorchFunction():
            return function(*args)
    except Exception:
        return None


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
