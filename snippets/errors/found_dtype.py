import torch
import torch.nn.functional as F

target = torch.tensor([1.0], dtype=torch.float64)  # (1)!
for name in ("mse_loss", "l1_loss", "binary_cross_entropy", "huber_loss"):
    w = torch.tensor([0.5], requires_grad=True)
    try:
        loss = getattr(F, name)(w, target)
        loss.backward()
        print(name, "runs, the loss is", loss.dtype)
    except RuntimeError as error:
        print(f"RuntimeError: {error}")

loss = F.huber_loss(w, target.float())
loss.backward()
print("fixed:", loss.dtype)
