// Sliders and menus. Each control calls `change()` after it has written its value into the settings.

import { element } from "./element.js"
import { optimizers } from "./rules.js"
import { schedules } from "./schedules.js"
import { seldom } from "./seldom.js"
import { LIMITS, plainRun } from "./settings.js"

const TICKS = 200 // positions of a slider

const short = value => Number(value.toPrecision(3))
const scales = {
  linear: ({ min, max }) => ({ at: p => short(min + (p / TICKS) * (max - min)), of: v => ((v - min) / (max - min)) * TICKS }),
  log({ min, max }) {
    const low = Math.log10(min || 1e-4), high = Math.log10(max)
    return {
      at: p => (p === 0 ? min : short(10 ** (low + (p / TICKS) * (high - low)))),
      of: v => (v <= 0 ? 0 : Math.max(0, ((Math.log10(v) - low) / (high - low)) * TICKS)),
    }
  },
  near1({ max }) {
    const high = -Math.log10(1 - max)
    return { at: p => Number((1 - 10 ** (-(p / TICKS) * high)).toFixed(4)), of: v => (v >= 1 ? TICKS : (-Math.log10(1 - v) / high) * TICKS) }
  },
}

function slider(label, shape, target, key, change) {
  const scale = scales[shape.log ? "log" : shape.near1 ? "near1" : "linear"](shape)
  const range = element("input", { type: "range", min: 0, max: TICKS, step: shape.whole ? TICKS / (shape.max - shape.min) : 1, "aria-label": label.text })
  const exact = element("input", { type: "number", step: "any", min: shape.min, max: shape.max, "aria-label": label.text })
  const write = () => {
    range.setAttribute("aria-valuetext", target[key])
    if (Number(exact.value) !== target[key] || !exact.value) exact.value = target[key]
  }
  const set = value => {
    target[key] = shape.whole ? Math.round(value) : value
    seldom(write)
    change()
  }
  range.addEventListener("input", () => set(scale.at(Number(range.value))))
  exact.addEventListener("change", () => {
    set(Math.min(shape.max, Math.max(shape.min, Number(exact.value) || 0)))
    range.value = scale.of(target[key])
  })
  range.value = scale.of(target[key])
  write()
  return element("div", { className: "fg-explorer__control" }, element("span", {}, label.node), element("div", {}, range), exact)
}

const code = name => ({ text: name, node: element("code", { textContent: name }) })
const plain = text => ({ text, node: text })

function menu(label, values, target, key, change) {
  const select = element("select", { "aria-label": label }, ...values.map(([value, text]) => element("option", { value, textContent: text })))
  select.value = target[key]
  select.addEventListener("change", () => {
    target[key] = select.value
    change()
  })
  return element("label", { className: "fg-explorer__control" }, element("span", { textContent: label }), select)
}

function flag(label, target, key, change, disabled = false) {
  const box = element("input", { type: "checkbox", checked: target[key], disabled })
  box.addEventListener("change", () => {
    target[key] = box.checked
    change()
  })
  return element("label", { className: "fg-explorer__flag" }, box, " ", label.node)
}

const shapes = options => Object.entries(options).filter(([, shape]) => typeof shape.initial === "number")
const flags = options => Object.entries(options).filter(([, shape]) => typeof shape.initial === "boolean")
const limit = ([min, max], more) => ({ min, max, ...more })

/** Return the controls of one run. `change()` redraws, `rebuild()` makes the controls again. `only`: names of options to show, or undefined for all. */
export function runControls(run, texts, change, rebuild, only) {
  const wanted = name => !only || only.includes(name), { options, refuses } = optimizers[run.optimizer]
  const canNesterov = () => !refuses?.({ ...run.options, nesterov: true })
  const changed = () => {
    if (run.options.nesterov && !canNesterov()) run.options.nesterov = false
    const box = node.querySelector("[data-nesterov] input")
    if (box) [box.disabled, box.checked] = [!canNesterov(), run.options.nesterov]
    change()
  }
  const rows = []
  if (wanted("optimizer")) {
    rows.push(
      menu(texts.optimizer, Object.keys(optimizers).map(name => [name, name]), run, "optimizer", () => {
        Object.assign(run, plainRun(run.optimizer), { clip: run.clip, max: run.max })
        rebuild()
      }),
    )
  }
  for (const [name, shape] of shapes(options)) if (wanted(name)) rows.push(slider(code(name), shape, run.options, name, changed))
  for (const [name] of flags(options)) {
    if (!wanted(name)) continue
    const row = flag(code(name), run.options, name, changed, name === "nesterov" && !canNesterov())
    if (name === "nesterov") row.dataset.nesterov = ""
    rows.push(row)
  }
  if (wanted("schedule")) {
    const names = Object.keys(schedules).map(name => [name, name === "none" ? texts.schedule_none : name])
    const pick = () => {
      run.scheduleOptions = Object.fromEntries(shapes(schedules[run.schedule].options).map(([name, { initial }]) => [name, initial]))
      rebuild()
    }
    rows.push(menu(texts.schedule, names, run, "schedule", pick))
  }
  for (const [name, shape] of shapes(schedules[run.schedule].options)) {
    if (wanted("schedule") || wanted(name)) rows.push(slider(code(name), shape, run.scheduleOptions, name, change))
  }
  if (wanted("clip")) rows.push(menu(texts.clip, ["none", "norm", "value"].map(way => [way, texts[`clip_${way}`]]), run, "clip", rebuild))
  if (run.clip !== "none" && (wanted("clip") || wanted("max"))) {
    rows.push(slider(code(run.clip === "norm" ? "max_norm" : "clip_value"), limit(LIMITS.max, { log: true }), run, "max", change))
  }
  if (wanted("accumulate")) rows.push(slider(plain(texts.accumulate), limit(LIMITS.accumulate, { whole: true }), run, "accumulate", change))
  if (wanted("forget")) rows.push(flag(plain(texts.forget), run, "forget", change))
  const node = element("div", { className: "fg-explorer__options" }, ...rows)
  return node
}

/** Return the controls of the scene: surface, iterations, noise and its seed. */
export function sceneControls(scene, texts, surfaceNames, change, onSurface) {
  return element(
    "div",
    { className: "fg-explorer__options" },
    menu(texts.surface, surfaceNames.map(name => [name, texts[`surface_${name}`]]), scene, "surface", onSurface),
    slider(plain(texts.steps), limit(LIMITS.steps, { whole: true }), scene, "steps", change),
    slider(plain(texts.noise), limit(LIMITS.noise), scene, "noise", change),
    slider(plain(texts.seed), limit(LIMITS.seed, { whole: true }), scene, "seed", change),
  )
}

