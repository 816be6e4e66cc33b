import torch

w = torch.ones(2, requires_grad=True)
h = w * 1
with torch.no_grad():
    results = {
        "product": w * 2,
        "clone": w.clone(),
        "slice": w[:1],
        "view": w.view(1, 2),
        "float": w.float(),  # (1)!
        "in place": h.mul_(1),
    }
for name, result in results.items():
    print(f"{name}: {result.requires_grad}")
(results["slice"] * 3).sum().backward()
print("w.grad:", w.grad, "slice.grad:", results["slice"].grad)
