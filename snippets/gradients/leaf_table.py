import torch

w = torch.ones(2, requires_grad=True)
rows = {
    "torch.ones(2)": torch.ones(2),
    "w": w,
    "w * 2": w * 2,
    "torch.ones(2) * 2": torch.ones(2) * 2,
    "(w * 2).detach()": (w * 2).detach(),
    "nn.Parameter(w * 2)": torch.nn.Parameter(w * 2),
    "w[:1]": w[:1],
    "w.double()": w.double(),
    'w.to("meta")': w.to("meta"),
    "w.float()": w.float(),
    'w.to("cpu")': w.to("cpu"),
}
print(f"{'':20} is_leaf requires_grad")
for name, t in rows.items():
    print(f"{name:20} {t.is_leaf!s:7} {t.requires_grad}")
print("w.float() is w:", w.float() is w)
