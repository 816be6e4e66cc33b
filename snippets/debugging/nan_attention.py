import torch

torch.manual_seed(0)
x = torch.randn(2, 2, 2)
padding = torch.tensor([[False, True], [True, True]])  # (1)!
for need_weights in (True, False):
    attention = torch.nn.MultiheadAttention(2, 1, batch_first=True)
    output, _ = attention(
        x, x, x, key_padding_mask=padding, need_weights=need_weights
    )
    output[0].sum().backward()  # only the first sample
    print(
        f"need_weights={need_weights}: output has NaN:",
        output.isnan().any().item(),
        "- gradient has NaN:",
        attention.in_proj_weight.grad.isnan().any().item(),
    )
q = torch.tensor([[1.0, 2.0], [3.0, 4.0]], requires_grad=True)
allowed = torch.tensor([[True, False], [False, False]])
output = torch.nn.functional.scaled_dot_product_attention(q, q, q, allowed)
output[0].sum().backward()
print("scaled_dot_product_attention:", output[1].tolist(), q.grad.tolist())
