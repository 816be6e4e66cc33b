// A whole run: settings in, one record for each iteration out. The order of the calls is that of the code that code.js writes.

import { optimizers } from "./rules.js"
import { schedules } from "./schedules.js"
import { noise, surfaces } from "./surfaces.js"

/** Where a clipped gradient comes from: torch.nn.utils.clip_grad_norm_ divides by norm + 1e-6, never enlarges. */
export const clipFactor = (gradient, max) => Math.min(1, max / (Math.hypot(gradient[0], gradient[1]) + 1e-6))

/**
 * Return the records of a run: [{theta, loss, gradient, factor, used, lr, state}], record 0 is the start.
 *
 * `scene` {surface, start: [x, y], steps, noise, seed}; `run` {optimizer, options, schedule, scheduleOptions, clip: "none" | "norm" |
 * "value", max, accumulate, forget}. `gradient` is .grad after backward(), `used` is .grad that step() read, `factor` what clipping by norm
 * multiplied it with.
 */
export function trajectory(scene, run) {
  const { step } = optimizers[run.optimizer], surface = surfaces[scene.surface], random = noise(scene.seed), { factor } = schedules[run.schedule]
  const options = { ...run.options } // lr is written anew before each step
  let theta = [...scene.start], grad = [0, 0], state = {}, steps = 0
  const records = [{ theta, loss: surface.at(theta).value, lr: options.lr, state }]
  for (let i = 0; i < scene.steps; i++) {
    const slopes = scene.noise ? [scene.noise * random(), scene.noise * random()] : [0, 0]
    const { value, gradient } = surface.at(theta, i)
    const loss = value + slopes[0] * theta[0] + slopes[1] * theta[1]
    grad = [grad[0] + (gradient[0] + slopes[0]) / run.accumulate, grad[1] + (gradient[1] + slopes[1]) / run.accumulate]
    const record = { theta, loss, gradient: grad, factor: 1, used: undefined, lr: undefined, state }
    if ((i + 1) % run.accumulate === 0) {
      options.lr = record.lr = run.options.lr * factor(steps, run.scheduleOptions)
      if (run.clip === "norm") {
        record.factor = clipFactor(grad, run.max)
        grad = [grad[0] * record.factor, grad[1] * record.factor]
      }
      if (run.clip === "value") grad = grad.map(g => Math.max(-run.max, Math.min(run.max, g)))
      record.used = grad
      record.state = state = { ...state }
      record.theta = theta = step(theta, grad, state, options, ++steps)
      if (!run.forget) grad = [0, 0]
    }
    records.push(record)
  }
  return records
}
