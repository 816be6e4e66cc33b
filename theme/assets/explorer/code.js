// The PyTorch code of one run: what is copied, and what the tests execute to prove the arithmetic of rules.js.

import { optimizers } from "./rules.js"
import { schedules } from "./schedules.js"
import { surfaces } from "./surfaces.js"

const python = value => (value === true ? "True" : value === false ? "False" : String(value))
const decimal = value => (Number.isInteger(value) ? `${value}.0` : String(value))
const indent = text => text.replace(/^(?=.)/gm, "    ")

/** Return keyword arguments of the options that differ from the defaults; lr always. */
export function options(run) {
  const chosen = Object.entries(optimizers[run.optimizer].options).map(([name, { initial }]) => [name, run.options[name] ?? initial, initial])
  const words = chosen.filter(([name, value, initial]) => !name.startsWith("beta") && (name === "lr" || value !== initial))
  const betas = chosen.filter(([name]) => name.startsWith("beta"))
  const parts = words.map(([name, value]) => `${name}=${python(value)}`)
  if (betas.some(([, value, initial]) => value !== initial)) parts.splice(1, 0, `betas=(${betas.map(([, value]) => value).join(", ")})`)
  return parts.join(", ")
}

/** Return a whole program (str) that prints θ after every iteration. */
export function code(scene, run) {
  const surface = surfaces[scene.surface], part = run.accumulate > 1
  const clip = {
    none: "",
    norm: `torch.nn.utils.clip_grad_norm_([theta], max_norm=${run.max})\n`,
    value: `torch.nn.utils.clip_grad_value_([theta], clip_value=${run.max})\n`,
  }[run.clip]
  const update =
    clip + "optimizer.step()\n" + (run.schedule === "none" ? "" : "scheduler.step()\n") + (run.forget ? "" : "optimizer.zero_grad()\n")
  return [
    "import torch\n",
    "torch.set_default_dtype(torch.float64)",
    `theta = torch.tensor([${scene.start.map(decimal).join(", ")}], requires_grad=True)`,
    `optimizer = torch.optim.${run.optimizer}([theta], ${options(run)})`,
    ...(run.schedule === "none"
      ? []
      : [`scheduler = torch.optim.lr_scheduler.${schedules[run.schedule].code(run.scheduleOptions)}`]),
    ...(surface.setup ? [surface.setup] : []),
    ...(scene.noise ? [`seed = ${scene.seed}`] : []),
    `\nfor i in range(${scene.steps}):`,
    "    x, y = theta",
    indent(surface.code),
    ...(scene.noise
      ? [
          "    for value in (x, y):  # a random slope, as from a batch",
          "        seed = (1664525 * seed + 1013904223) % 2**32",
          `        loss = loss + ${scene.noise} * (2 * (seed / 2**32) - 1) * value`,
        ]
      : []),
    part ? `    (loss / ${run.accumulate}).backward()` : "    loss.backward()",
    ...(part ? [`    if (i + 1) % ${run.accumulate} == 0:`, indent(indent(update.trimEnd()))] : [indent(update.trimEnd())]),
    '    print(i + 1, *(f"{value:.6f}" for value in theta.tolist()))\n',
  ].join("\n")
}
