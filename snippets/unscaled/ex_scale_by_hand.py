import torch

w = torch.tensor([0.1, 0.2, 0.3], requires_grad=True)
(w**2).sum().backward()
wanted = w.grad.clone()

w.grad = None
(256 * (w**2).sum()).backward()
print("scaled equals 256 x wanted:", torch.equal(w.grad, 256 * wanted))
with torch.no_grad():
    w.grad /= 256
print("unscaled equals wanted:    ", torch.equal(w.grad, wanted))
