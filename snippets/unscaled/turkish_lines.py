import torch

lines = [
    "ithalat meşale",
    "A = torch.tensor([5.0], gerektirir_grad=Doğru)",
    "A = torch.tensor([5.0], require_grad=True)",
    "kayıp_işlevi = A * 5; lost_function.backward()",
    "(A * 5).back()",
]
A = torch.tensor([5.0], requires_grad=True)
for line in lines:
    try:
        exec(line, {"torch": torch, "A": A})
    except (SyntaxError, NameError, TypeError, AttributeError) as error:
        print(line)
        print("   ", type(error).__name__ + ":", str(error).split(" (<")[0])
