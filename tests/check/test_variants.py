"""What learners write otherwise: each variant of a loop is judged as it runs, a mistake and its right neighbour apart."""

import pytest
from checking import said

HEAD = """import torch
from torch.autograd import Variable
teacher, net = torch.nn.Linear(3, 1), torch.nn.Linear(3, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
scaler = torch.amp.GradScaler("cpu")
total = 0.0
"""
TRAIN = """for x, y in loader:
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(net(x), {target})
    {loss}.backward()
    optimizer.step()
"""
EPOCHS = """{outside}
for epoch in range(3):
    {inside}
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.mse_loss(net(x), y).backward()
        optimizer.step()
    net.eval()
    with torch.no_grad():
        print(sum(net(x).sum().item() for x, y in held_out))
"""
WINDOW = """for i, (x, y) in enumerate(range(8)):
    loss = torch.nn.functional.mse_loss(net(x), y) / 4
    scaler.scale(loss).backward()
    {early}
    if (i + 1) % 4 == 0:
        {late}
        scaler.step(optimizer)
        scaler.update()
        optimizer.zero_grad()
"""


OTHERWISE = [
    ("{t}.requires_grad_(False)\nold = {t}(X)\n" + TRAIN.format(target="old", loss="loss"), []),
    ("for p in {t}.parameters():\n    p.requires_grad_(False)\nold = {t}(X)\n" + TRAIN.format(target="old", loss="loss"), []),
    ("for p in {t}.parameters():\n    p.requires_grad = False\nold = {t}(X)\n" + TRAIN.format(target="old", loss="loss"), []),
    ("old = {t}(X)\n" + TRAIN.format(target="old", loss="loss"), ["forward-outside-loop"]),
    (
        "{t}.requires_grad_(False)\n{t}.requires_grad_(True)\nold = {t}(X)\n" + TRAIN.format(target="old", loss="loss"),
        ["forward-outside-loop"],
    ),
    (TRAIN.format(target="y", loss="loss") + "    total = total + loss\n", ["loss-kept"]),
    (TRAIN.format(target="y", loss="loss") + "    total = total + loss.item()\n", []),
    (TRAIN.format(target="y", loss="Variable(loss.data, requires_grad=True)"), ["new-tensor-from-loss"]),
    (WINDOW.format(early="scaler.unscale_(optimizer)", late="pass"), ["unscale-twice"]),
    (EPOCHS.format(outside="net.train()", inside="pass"), ["no-train-after-eval"]),
    (EPOCHS.format(outside="pass", inside="net.train()"), []),
    ("optimizer.lr = 0.01\n" + TRAIN.format(target="y", loss="loss"), ["lr-attribute"]),
    ('net = torch.load("net.pt")\n' + TRAIN.format(target="y", loss="loss"), ["optimizer-before-model"]),
    ('net.load_state_dict(torch.load("net.pt"))\n' + TRAIN.format(target="y", loss="loss"), []),
    ("config.lr = 0.01\n" + TRAIN.format(target="y", loss="loss"), []),
    (WINDOW.format(early="pass", late="scaler.unscale_(optimizer)"), []),
]


@pytest.fixture(scope="module")
def judged():
    return said(*(HEAD + text.replace("{t}", "teacher") for text, _ in OTHERWISE))


@pytest.mark.parametrize("number", range(len(OTHERWISE)))
def test_what_learners_write_otherwise_is_judged_alike(judged, number):
    text, rules = OTHERWISE[number]
    assert judged[number][1] == rules, text


CLIP = "torch.nn.utils.clip_grad_norm_({what}, 1.0)"
PARTS = """for i, (x, y) in enumerate(range(8)):
    {first}
    (torch.nn.functional.mse_loss(net(x), y) / 4).backward()
    {then}
    if i % 4 == 3:
        optimizer.step()
"""
CLASSES = """optimizer = torch.optim.Adam(net.parameters(), lr=0.1)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 5)
for {name} in range(9):
    {each}
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy({of}, y).backward()
        optimizer.step()
    scheduler.step()
"""
TWO = """opt_t = torch.optim.SGD(teacher.parameters(), lr=0.1)
for x, y in loader:
    {zero}
    torch.nn.functional.mse_loss(net(x) * teacher(x), y).backward()
    {clip}
    optimizer.step()
    {step}
"""
LIGHTNING = """import lightning
class Lit(lightning.LightningModule):
    def training_step(self, batch, number):
        x, y = batch
        {first}
        loss = torch.nn.functional.cross_entropy(net(x), y)
        {then}
"""
NEW = "Adam(net.parameters(), lr=0.1)"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (PARTS.format(first="if i % 4 == 0: optimizer.zero_grad()", then="pass"), []),
        (PARTS.format(first="if i % 4 == 0: optimizer.zero_grad()", then="optimizer.step()"), ["zero-every-kth"]),
        (PARTS.format(first="optimizer.zero_grad()", then="pass"), ["zero-in-every-part"]),
        (PARTS.format(first="optimizer.zero_grad()", then="for p in net.parameters(): p.grad *= 0.5"), []),
        (PARTS.format(first="if i % 4 == 0: optimizer.zero_grad()", then=CLIP.format(what="net.parameters()")), ["clip-in-every-part"]),
        (PARTS.format(first="if i % 4 == 0: optimizer.zero_grad()", then=CLIP.format(what="teacher.parameters()")), []),
        (CLASSES.format(name="epoch", each="pass", of="net(x)"), []),
        (CLASSES.format(name="epoch", each=f"if epoch == 3: optimizer = torch.optim.{NEW}", of="net(x)"), ["scheduler-of-old-optimizer"]),
        (
            CLASSES.format(name="epoch", each=f"optimizer = torch.optim.{NEW}; scheduler = make(optimizer)", of="net(x)"),
            ["optimizer-in-loop"],
        ),
        (CLASSES.format(name="task", each=f"optimizer = torch.optim.{NEW}; scheduler = make(optimizer)", of="net(x)"), []),
        (CLASSES.format(name="epoch", each="if epoch == 3: optimizer = Lookahead(optimizer)", of="net(x)"), []),
        (CLASSES.format(name="epoch", each=f"if epoch == 3: optimizer = torch.optim.{NEW}; scheduler = make(optimizer)", of="net(x)"), []),
        (CLASSES.format(name="epoch", each="pass", of="torch.log_softmax(net(x), 1)"), []),
        (CLASSES.format(name="epoch", each="pass", of="net(x).softmax(1)"), ["softmax-twice"]),
        (CLASSES.format(name="epoch", each="pass", of="net(x).log_softmax(1)"), []),
        (CLASSES.format(name="epoch", each="target = torch.softmax(teacher(x), 1)", of="net(x)"), []),
        (TWO.format(zero="optimizer.zero_grad(); opt_t.zero_grad()", clip="pass", step="pass"), ["never-stepped"]),
        (TWO.format(zero="optimizer.zero_grad(); opt_t.zero_grad()", clip="pass", step="finish(opt_t)"), []),
        (TWO.format(zero="optimizer.zero_grad(); opt_t.zero_grad()", clip="pass", step="print(teacher.weight.grad)"), []),
        (TWO.format(zero="optimizer.zero_grad()", clip=CLIP.format(what="teacher.parameters()"), step="pass"), ["clip-other-model"]),
        (TWO.format(zero="optimizer.zero_grad()", clip=CLIP.format(what="[*net.parameters(), *teacher.parameters()]"), step="pass"), []),
        (
            TWO.format(
                zero="optimizer.zero_grad()",
                clip="; ".join(CLIP.format(what=f"{one}.parameters()") for one in ("teacher", "net")),
                step="pass",
            ),
            [],
        ),
        (
            TWO.format(zero="optimizer.zero_grad()", clip=CLIP.format(what="[p.grad for p in net.parameters()]"), step="pass"),
            ["clip-gradients"],
        ),
        (
            "w = torch.ones(1, requires_grad=True)\nfor _ in range(9):\n    (w**2).sum().backward()\n    w = w - 0.1 * w.grad\n",
            ["new-weight"],
        ),
        (
            "w = torch.ones(1, requires_grad=True)\nfor _ in range(9):\n    (w**2).sum().backward()\n    w = w - 0.1 * w.grad\n    w = w.detach().requires_grad_()\n",
            [],
        ),
        (
            "o = torch.optim.LBFGS(net.parameters())\ndef f():\n    o.zero_grad()\n    net(X).sum().backward()\no.step(f)\n",
            ["lbfgs-closure"],
        ),
        ("def build(config):\n    return torch.optim.Adam(config.parameters, lr=config.lr)\n", []),
        (LIGHTNING.format(first="pass", then="return loss"), []),
        (LIGHTNING.format(first="pass", then="return {'loss': loss.item()}"), ["item-backward"]),
        (LIGHTNING.format(first="opt = self.optimizers()", then="self.manual_backward(loss); opt.step()"), ["no-zero-grad"]),
        (
            LIGHTNING.format(
                first="opt = self.optimizers(); opt.zero_grad()", then="self.manual_backward(loss); opt.step(); return loss.item()"
            ),
            [],
        ),
        (LIGHTNING.format(first="opt = self.optimizers(); opt.zero_grad()", then="self.manual_backward(loss); opt.step()"), []),
    ],
)
def test_a_mistake_and_its_right_neighbour_are_told_apart(text, rules):
    assert said(HEAD + text)[0][1] == rules


LIST = """losses = []
for x, y in loader:
    optimizer.zero_grad()
    loss = torch.nn.functional.mse_loss(net(x), y)
    {inside}
    optimizer.step()
    losses.append(loss)
{after}
"""
MADE = """from torchvision import models
def build(number):
    {first} = models.resnet18()
    {second} = torch.optim.SGD({first}.parameters(), lr=0.1)
    {change}
    return {first}, {second}
for fold in range(3):
    model, opt = build(fold)
    for x, y in loader:
        opt.zero_grad()
        torch.nn.functional.mse_loss(model(x), y).backward()
        opt.step()
"""
GENERATOR = "params = {made}\n{first}\n{second}\n"
FILTER = "filter(lambda p: p.requires_grad, net.parameters())"
CHOICE = "if sgd:\n    o = torch.optim.SGD(params)\nelse:\n    o = torch.optim.Adam(params)"
TRY = "try:\n    o = torch.optim.SGD(params)\nexcept ValueError:\n    pass"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (LIST.format(inside="loss.backward()", after="print(torch.stack(losses).mean().item())"), ["loss-kept"]),
        (LIST.format(inside="sum(losses, loss).backward(retain_graph=True)", after="pass"), []),
        (LIST.format(inside="loss.backward(retain_graph=True)", after="sum(losses).backward()"), []),
        (MADE.format(first="model", second="optimizer", change="model.fc = torch.nn.Linear(512, number)"), ["optimizer-before-model"]),
        (MADE.format(first="net", second="opt", change="net.fc = torch.nn.Linear(512, number)"), ["optimizer-before-model"]),
        (MADE.format(first="model", second="optimizer", change="pass"), []),
        ("net.fc = torch.nn.Linear(1, 1)\n" + TRAIN.format(target="y", loss="loss"), ["optimizer-before-model"]),
        ("net.fc = torch.nn.Sequential(torch.nn.Dropout(0.1), net.fc)\n" + TRAIN.format(target="y", loss="loss"), []),
        (GENERATOR.format(made=FILTER, first="n = sum(p.numel() for p in params)", second="torch.optim.SGD(params)"), ["generator-twice"]),
        (GENERATOR.format(made=FILTER, first="for p in params: print(p.shape)", second="torch.optim.SGD(params)"), ["generator-twice"]),
        (
            GENERATOR.format(made=FILTER, first="for i, p in enumerate(params): print(i)", second="torch.optim.SGD(params)"),
            ["generator-twice"],
        ),
        (GENERATOR.format(made=FILTER, first="all = list(params)", second=CLIP.format(what="params")), ["generator-twice"]),
        (GENERATOR.format(made=f"list({FILTER})", first="for p in params: print(p.shape)", second="torch.optim.SGD(params)"), []),
        (GENERATOR.format(made=FILTER, first="if v: print(list(params))", second="torch.optim.SGD(params)"), []),
        (GENERATOR.format(made="net.parameters()", first=CHOICE, second="pass"), []),
        (GENERATOR.format(made="net.parameters()", first=TRY, second="torch.optim.SGD(params)"), []),
        (
            "def all(m):\n    return m.parameters()\none, two = all(net), all(teacher)\ntorch.optim.SGD(one)\ntorch.optim.Adam(two)\n",
            [],
        ),
    ],
)
def test_what_the_exam_of_strange_loops_showed(text, rules):
    assert said(HEAD + text)[0][1] == rules


NET = """class Block(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = torch.nn.{layer}(3)
class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.block = Block()
model = Net()
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
def {name}(net):
    {mode}
    with torch.no_grad():
        for x, y in loader:
            print({score})
for epoch in range(3):
    model.train()
    for x, y in loader:
        optimizer.zero_grad()
        torch.nn.functional.mse_loss({of}(x), y).backward()
        optimizer.step()
    {name}(model)
"""
PAIR = """actor, critic = torch.nn.Linear(3, 1), torch.nn.Linear(3, 1)
one = torch.optim.SGD({first}, lr=0.1)
two = torch.optim.SGD({second}, lr=0.1)
{more}
for x, y in loader:
    one.zero_grad()
    two.zero_grad()
    torch.nn.functional.mse_loss(actor(x) + critic(x), y).backward()
    one.step()
    {step}
"""
OWN = {"first": "actor.parameters()", "second": "actor.parameters()", "more": "pass", "step": "two.step()"}
SPLIT = {"first": "[p for p in actor.parameters() if p.ndim > 1]", "second": "[p for p in actor.parameters() if p.ndim < 2]"}


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (NET.format(layer="BatchNorm1d", name="evaluate", mode="pass", of="model", score="net(x)"), ["no-eval"]),
        (NET.format(layer="BatchNorm1d", name="evaluate", mode="net.eval()", of="model", score="net(x)"), []),
        (NET.format(layer="BatchNorm1d", name="evaluate", mode="net.train(False)", of="model", score="net(x)"), []),
        (NET.format(layer="LayerNorm", name="evaluate", mode="pass", of="model", score="net(x)"), []),
        (NET.format(layer="Dropout", name="collect", mode="pass", of="model", score="net(x)"), []),
        (NET.format(layer="Dropout", name="evaluate", mode="prepare(net)", of="model", score="net(x)"), []),
        (NET.format(layer="Dropout", name="evaluate", mode="pass", of="teacher", score="net(x)"), []),
        (NET.format(layer="Dropout", name="evaluate", mode="pass", of="model", score="[net(x) for _ in range(9)]"), []),
        (PAIR.format(**OWN), ["same-parameters-twice"]),
        (PAIR.format(**OWN | {"second": "critic.parameters()"}), []),
        (PAIR.format(**OWN | SPLIT), []),
        (PAIR.format(**OWN | {"more": "critic.requires_grad_(False)"}), []),
        (PAIR.format(**OWN | {"more": "three = torch.optim.SGD(critic.parameters(), lr=1)"}), []),
        (PAIR.format(**OWN | {"step": "other(two)"}), []),
    ],
)
def test_a_model_that_is_never_evaluated_or_never_held_is_told_from_its_neighbours(text, rules):
    assert said(HEAD + text)[0][1] == rules


ENGINE = """def create(model, optimizer, loss_fn):
    scaler = torch.amp.GradScaler("cuda")
    def train_step(engine, batch):
        x, y = batch
        optimizer.zero_grad()
        scaler.scale(loss_fn(model(x), y)).backward()
        {first}
        {second}
        scaler.step(optimizer)
        scaler.update()
    return Engine(train_step)
"""


def test_a_function_made_in_another_and_handed_over_is_read_too():
    unscale, clip = "scaler.unscale_(optimizer)", CLIP.format(what="model.parameters()")
    right, wrong = (ENGINE.format(first=first, second=second) for first, second in [(unscale, clip), (clip, unscale)])
    assert said("import torch\n" + right, "import torch\n" + wrong) == [["read", []], ["read", ["clip-before-unscale"]]]


AGENT = """import torch
class Agent{bases}:
    def __init__(self, net, critic, opt):
        self.net = net
        self.opt = {made}
        {init}
    def learn(self, x, y):
        {zero}
        loss = torch.nn.functional.mse_loss(self.net(x), y)
        {back}
        {step}
    {more}
"""
ADAM = "torch.optim.Adam(net.parameters(), lr=0.1)"
USUAL = {"bases": "", "made": ADAM, "init": "pass", "zero": "self.opt.zero_grad()", "back": "loss.backward()"}
USUAL |= {"step": "self.opt.step()", "more": "pass"}
SCALED = {"init": 'self.scaler = torch.amp.GradScaler("cuda")', "back": "self.scaler.scale(loss).backward()"}
SCALED |= {"step": "self.scaler.step(self.opt)"}
HEAD_CHANGED = "self.net.head = torch.nn.Linear(3, 1)"
RENEWED = f"self.opt = {ADAM.replace('net', 'self.net')}"
ALL = "self.all = net.parameters()"
TO_ALL = CLIP.format(what="self.all")
EVALUATED = "self.opt.step(); self.net.eval()\n        with torch.no_grad(): print(self.net(x))"
ENCODED = "self.opt.zero_grad(); x, self.h = critic(x, self.h)"
EACH = "def fit(self, data): return [self.learn(x, y) for x, y in data]"
TWO_OPTIMIZERS = {"init": f"self.two = {ADAM}", "zero": "self.opt.zero_grad(); self.two.zero_grad(); y = critic(y)"}
TWO_OPTIMIZERS |= {"step": "self.opt.step(); self.two.step()"}


@pytest.mark.parametrize(
    ("changed", "rules"),
    [
        ({}, []),
        ({"init": HEAD_CHANGED}, ["optimizer-before-model"]),
        ({"init": f"{HEAD_CHANGED}; {RENEWED}"}, []),
        ({"more": f"def reset(self): {HEAD_CHANGED}"}, []),
        ({"more": f"def reset(self): {HEAD_CHANGED}; {RENEWED}"}, []),
        ({"zero": "pass"}, ["no-zero-grad"]),
        ({"zero": "pass", "step": "self.opt.step(); self.opt.zero_grad()"}, []),
        ({"zero": "pass", "made": "opt"}, []),
        ({"zero": "pass", "bases": "(Base)"}, []),
        ({"zero": "pass", "more": "def begin(self): self.opt.zero_grad()"}, []),
        ({"zero": "pass", "more": "def begin(self):\n        for p in self.net.parameters(): p.grad = None"}, []),
        ({"zero": "pass", "made": "opt", "more": EACH}, ["no-zero-grad"]),
        ({"more": EACH}, []),
        (SCALED, ["no-update"]),
        (SCALED | {"more": "def end(self): self.scaler.update()"}, []),
        (TWO_OPTIMIZERS, ["same-parameters-twice"]),
        (TWO_OPTIMIZERS | {"init": f"self.two = {ADAM.replace('net', 'critic')}"}, []),
        ({"step": "self.opt.step(); sum = loss * 2; sum = sum + loss"}, []),
        ({"step": "self.opt.step(); self.all += loss", "init": "self.all = 0"}, ["loss-kept"]),
        ({"step": "self.opt.step(); self.losses.append(loss)"}, ["loss-kept"]),
        ({"step": EVALUATED}, ["no-train-after-eval"]),
        ({"step": EVALUATED, "more": "def begin(self): self.net.train()"}, []),
        ({"init": "self.h = None", "zero": ENCODED, "more": "def reset(self): self.h = None"}, []),
        ({"init": ALL, "zero": "opt = torch.optim.SGD(self.all, lr=1)", "step": f"{TO_ALL}; opt.step()"}, ["generator-twice"]),
        ({"init": f"{ALL}; self.two = torch.optim.SGD(self.all, lr=1)", "back": f"loss.backward(); {TO_ALL}"}, ["generator-twice"]),
        ({"init": ALL, "more": f"def one(self): {TO_ALL}\n    def two(self): {TO_ALL}"}, []),
    ],
)
def test_a_class_that_nothing_in_the_text_makes_is_read_as_a_new_object(changed, rules):
    assert said(AGENT.format(**USUAL | changed))[0][1] == rules


def test_a_text_whose_comprehension_calls_what_has_no_name_is_read():
    assert (
        said("import torch\nsteps = [makers[0](one) for one in range(3)]\n" + HEAD + TRAIN.format(target="y", loss="loss"))[0][0] == "read"
    )
