// Settings of the explorer as text, for the address of the page and for `data-settings`: unknown or impossible parts are left out, never an error.
// surface=ravine&start=-2.5,1&steps=60&noise=0.5&seed=1&run=SGD,lr:0.03,momentum:0.9,clip:norm,max:1&run=Adam,lr:0.1,schedule:StepLR,step_size:20

import { optimizers } from "./rules.js"
import { schedules } from "./schedules.js"
import { surfaces } from "./surfaces.js"

export const MOST_RUNS = 3
export const LIMITS = { steps: [1, 200], noise: [0, 5], seed: [0, 9999], max: [0.01, 100], accumulate: [1, 8] }

const initials = options => Object.fromEntries(Object.entries(options).map(([name, { initial }]) => [name, initial]))
const within = (value, min, max, otherwise) => (Number.isFinite(value) ? Math.min(max, Math.max(min, value)) : otherwise)
const whole = (value, [min, max], otherwise) => Math.round(within(value, min, max, otherwise))

/** Return a run of `optimizer` with every option at its default, except an lr that shows something. */
export function plainRun(optimizer = "SGD") {
  const options = initials(optimizers[optimizer].options)
  options.lr = { SGD: 0.03, Adam: 0.1, AdamW: 0.1, RMSprop: 0.05, Adagrad: 0.5 }[optimizer] ?? options.lr
  return { optimizer, options, schedule: "none", scheduleOptions: {}, clip: "none", max: 1, accumulate: 1, forget: false }
}

function parseRun(text) {
  const [name, ...pairs] = text.split(",")
  const run = plainRun(Object.hasOwn(optimizers, name) ? name : "SGD")
  const given = Object.fromEntries(pairs.map(pair => pair.split(":")))
  if (Object.hasOwn(schedules, given.schedule ?? "")) run.schedule = given.schedule
  run.scheduleOptions = initials(schedules[run.schedule].options)
  const read = (known, target) => {
    for (const [key, shape] of Object.entries(known)) {
      if (!(key in given)) continue
      if (typeof shape.initial === "boolean") target[key] = given[key] === "true"
      else target[key] = within(Number(given[key]), shape.min, shape.max, shape.initial)
      if (shape.whole) target[key] = Math.round(target[key])
    }
  }
  read(optimizers[run.optimizer].options, run.options)
  read(schedules[run.schedule].options, run.scheduleOptions)
  if (["norm", "value"].includes(given.clip)) run.clip = given.clip
  if ("max" in given) run.max = within(Number(given.max), ...LIMITS.max, 1)
  if ("accumulate" in given) run.accumulate = whole(Number(given.accumulate), LIMITS.accumulate, 1)
  run.forget = given.forget === "true"
  return optimizers[run.optimizer].refuses?.(run.options) ? { ...run, options: { ...run.options, nesterov: false } } : run
}

/** Return {scene, runs} of a query string. */
export function parse(query) {
  const given = new URLSearchParams(query)
  const surface = Object.hasOwn(surfaces, given.get("surface")) ? given.get("surface") : "ravine"
  const read = (name, otherwise) => (given.has(name) ? Number(given.get(name)) : otherwise)
  const start = (given.get("start") ?? "").split(",").map(Number)
  const [left, right, bottom, top] = surfaces[surface].box
  const inside = start.length === 2 && start.every(Number.isFinite)
  const scene = {
    surface,
    start: inside ? [within(start[0], left, right), within(start[1], bottom, top)] : surfaces[surface].start,
    steps: whole(read("steps", 60), LIMITS.steps, 60),
    noise: within(read("noise", 0), ...LIMITS.noise, 0),
    seed: whole(read("seed", 1), LIMITS.seed, 1),
  }
  const runs = given.getAll("run").slice(0, MOST_RUNS).map(parseRun)
  return { scene, runs: runs.length ? runs : [plainRun()] }
}

function formatRun(run) {
  const plain = plainRun(run.optimizer), parts = [run.optimizer]
  for (const [name, value] of Object.entries(run.options)) if (name === "lr" || value !== plain.options[name]) parts.push(`${name}:${value}`)
  if (run.schedule !== "none") parts.push(`schedule:${run.schedule}`, ...Object.entries(run.scheduleOptions).map(pair => pair.join(":")))
  if (run.clip !== "none") parts.push(`clip:${run.clip}`, `max:${run.max}`)
  if (run.accumulate > 1) parts.push(`accumulate:${run.accumulate}`)
  if (run.forget) parts.push("forget:true")
  return `run=${parts.join(",")}`
}

/** Return the query string of {scene, runs}: what parse() reads back. */
export function format({ scene, runs }) {
  const { surface, start, steps, noise, seed } = scene
  const random = noise ? [`noise=${noise}`, `seed=${seed}`] : []
  return [`surface=${surface}`, `start=${start}`, `steps=${steps}`, ...random, ...runs.map(formatRun)].join("&")
}
