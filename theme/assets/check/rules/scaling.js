// Rules about GradScaler: scale, unscale_, step, update, in this order.

import { all, place } from "../view.js"

const SCALED = ["scaled", "scaled0"]
const mine = (event, opt) => !event.opts?.length || event.opts.includes(opt.name)

// Events of these kinds whose optimizers all are in these phases.
function where(view, kinds, phases, neutral = ["init"]) {
  return view.scaling(...kinds).flatMap(({ event, states }) => {
    const judged = [...states].filter(([opt]) => mine(event, opt))
    return judged.length && judged.every(([, reached]) => all(reached, phases, neutral)) ? [{ event, opt: judged[0][0], reached: judged[0][1] }] : []
  })
}
const at = ({ from, to }) => ({ from, to })
const first = (view, event, ...kinds) => view.near(event, ...kinds).filter(one => one.from !== event.from).map(at).slice(0, 1)

// With accumulation: unscale_() in every iteration, step() and update() only at the end of a window.
function everyPart(view) {
  return view.of("unscale").filter(event => event.opts.length === 1 && view.always(event) && !event.window && event.grad !== "maybe").flatMap(event => {
    const [opt] = event.opts, steps = view.of("scalerstep").filter(one => one.opts.includes(opt)), loop = event.loops.at(-1)
    const inWindow = one => one.window && one.loops.at(-1) === loop && !one.loose
    const updates = view.of("update").filter(one => one.loops.includes(loop))
    return loop && steps.length === 1 && steps.every(inWindow) && updates.length && updates.every(inWindow) ? [{ event, opt, step: steps[0] }] : []
  })
}

export const RULES = [
  {
    id: "unscale-twice",
    grade: "error",
    find: view => [
      ...where(view, ["unscale"], ["unscaled", "unscaled0"]).map(({ event, opt }) => ({
        from: event.from, to: event.to, also: first(view, event, "unscale"), words: { scaler: event.scaler, optimizer: opt.name }, edits: view.remove(event.stmt),
      })),
      ...everyPart(view).map(({ event, opt, step }) => ({
        from: event.from, to: event.to, also: [at(step)], words: { scaler: event.scaler, optimizer: opt }, edits: null,
      })),
    ],
  },
  {
    id: "unscale-after-step",
    grade: "error",
    find: view => where(view, ["unscale"], ["stepped"]).map(({ event, opt }) => {
      const step = view.of("scalerstep").find(one => one.block === event.block && one.from < event.from)
      return { from: event.from, to: event.to, also: step ? [at(step)] : [], words: { scaler: event.scaler, optimizer: opt.name }, edits: step ? view.move(event, step, "before") : null }
    }),
  },
  {
    id: "no-update",
    grade: "error",
    find: view => where(view, ["scalerstep"], ["late", "stepped"], ["init", "scaled0", "unscaled0"]).filter(({ event }) => event.loops.length && view.near(event, "backward").length).map(({ event, opt }) => ({
      from: event.from, to: event.to, words: { scaler: event.scaler, optimizer: opt.name }, edits: view.of("update").length ? null : view.insertAfter(event.stmt, `${event.scaler}.update()`),
    })),
  },
  {
    id: "update-early",
    grade: "error",
    find: view => where(view, ["scalerstep"], ["early"]).flatMap(({ event, opt, reached }) => {
      const update = view.of("update").find(one => [...reached].some(state => place(state) === one.from))
      return update ? [{ from: update.from, to: update.to, also: [at(event)], words: { scaler: event.scaler, optimizer: opt.name }, edits: view.move(update, event, "after") }] : []
    }),
  },
  {
    id: "plain-step",
    grade: "error",
    find: view => where(view, ["step"], view.of("scalerstep").length ? SCALED : [...SCALED, "unscaled", "unscaled0"], []).filter(({ event }) => !event.manual).map(({ event, opt }) => {
      const scaler = [...view.scalers][0] ?? "scaler"
      const both = view.of("scalerstep").find(one => one.opts.includes(opt.name) && one.block === event.block)
      return { from: event.from, to: event.to, also: first(view, event, "backward"), words: { scaler, optimizer: opt.name }, edits: both ? view.remove(event.stmt) : view.of("update").length ? view.replace(event.node, `${scaler}.step(${opt.name})`) : null }
    }),
  },
  {
    id: "unscaled-backward",
    grade: "error",
    find: view => where(view, ["scalerstep"], ["plain"]).flatMap(({ event, opt }) => {
      const back = view.near(event, "backward").filter(one => !one.scaled && view.under(one, event))
      if (back.length !== 1 || back[0].engine) return []
      const object = back[0].node.callee.object
      return [{ from: back[0].from, to: back[0].to, also: [at(event)], words: { scaler: event.scaler, optimizer: opt.name }, edits: object?.t === "name" ? view.replace(object, `${event.scaler}.scale(${object.id})`) : null }]
    }),
  },
]
