import torch

w = torch.nn.Parameter(torch.ones(1))
w.grad = torch.ones(1)
optimizer = torch.optim.Adam([w], lr=0.5)
optimizer.step()
checkpoint = {"model": {"w": w.data}, "optimizer": optimizer.state_dict()}
new = torch.optim.Adam([w], lr=0.5)


def whole():  # the whole file, not its part
    new.load_state_dict(checkpoint)


def switched():  # an option that needs a state of its own
    new.load_state_dict(checkpoint["optimizer"])
    new.param_groups[0]["amsgrad"] = True
    new.step()


def patched():  # the state of SGD, the options of Adam
    old = torch.optim.SGD([w], lr=0.5, momentum=0.9)
    old.step()
    state = old.state_dict()
    state["param_groups"] = checkpoint["optimizer"]["param_groups"]
    new.load_state_dict(state)
    new.step()


for call in (whole, switched, patched):
    try:
        call()
    except KeyError as error:
        print(f"KeyError: {error}")

new.load_state_dict(checkpoint["optimizer"])
new.step()
print("fixed: step", int(new.state[w]["step"]))
