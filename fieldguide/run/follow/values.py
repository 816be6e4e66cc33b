"""What a replay shows of a run: names and values as short text. Reads memory instead of calling torch, so that nothing that is watched changes.

No operation of torch runs here: no view is made, no version counter, mode, hook or warning is touched, no object is kept.
"""

import ctypes
import re
import struct

import torch

NUMBERS, ROW = 12, 3  # a tensor up to NUMBERS values is shown whole, else ROW values and the last
LENGTH = 120  # characters of a list or dictionary
ADDRESS = re.compile(r"(?<![\d.])\d{9,}")  # in memory: on one machine it has more digits than on another, so each counts as 14
NAMES = 6  # parameters of a model or an optimizer
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
    """Return a list, tuple or dictionary of plain values; a long one with its first values, the last and the count.

    >>> several([0.00012345] * 2), several([10**9] * 9), several([10**14] * 9)
    ('[0.00012345, 0.00012345]', None, None)
    """
    items = list(values.items()) if isinstance(values, dict) else list(values)
    kept = items if len(items) <= NUMBERS else [*items[:ROW], items[-1]]
    if isinstance(values, dict):
        texts = [(text(key, False), text(item, False)) for key, item in kept]
        texts = [f"{key}: {item}" if key and item else None for key, item in texts]
    else:
        texts = [text(item, type(item) in (list, tuple)) for item in kept]
    if None in texts or sum(len(ADDRESS.sub("0" * 14, part)) for part in texts) > LENGTH:
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
