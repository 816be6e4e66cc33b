import torch

gradient = torch.tensor(1e-9)
for k in range(25):
    kept = (gradient * 2.0**k).half().float() / 2.0**k
    if kept != 0:
        print(f"first non-zero at 2**{k}: {kept.item():.2e}")
        break
kept = (gradient * 2.0**16).half().float() / 2.0**16
print(f"at 2**16: {kept.item():.2e}")
