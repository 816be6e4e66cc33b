import torch

w = torch.tensor([0.0, 0.0], requires_grad=True)
optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)

w.grad = torch.tensor([30.0, 40.0])
torch.nn.utils.clip_grad_norm_([w], max_norm=5.0)
optimizer.step()
buffer = optimizer.state[w]["momentum_buffer"]
print("buffer:", [round(v, 4) for v in buffer.tolist()])  # (1)!

w.grad.zero_()  # (2)!
print("buffer:", [round(v, 4) for v in buffer.tolist()])
optimizer.step()  # (3)!
print("buffer:", [round(v, 4) for v in buffer.tolist()])
