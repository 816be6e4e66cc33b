// Rules about clipping: where it stands, what it is given, what it returns.

import { touchesOptimizer } from "./shared.js"
import { all, phase } from "../view.js"

// Clips whose optimizers all are in these phases.
function clips(view, phases, met = view.gradients("clip"), neutral) {
  return met.flatMap(({ event, states }) => {
    const judged = [...states].filter(([opt, reached]) => touchesOptimizer(event, opt) && [...reached].some(state => phase(state) !== "init"))
    return judged.length && judged.every(([, reached]) => all(reached, phases, neutral)) ? [{ event, opt: judged[0][0] }] : []
  })
}

const isClip = call => ["clip_grad_norm_", "clip_grad_value_", "clip_grad_norm", "clip_grad_value"].includes(call.last)
const KNOWN = {
  clip_grad_norm_: ["parameters", "max_norm", "norm_type", "error_if_nonfinite", "foreach"],
  clip_grad_value_: ["parameters", "clip_value", "foreach"],
}
const nn = call => /(^|\.)utils\.(clip_grad\.)?clip_grad_\w+$|^clip_grad_\w+$/.test(call.path)

const gradients = value => value?.kind === "gradient" || value?.each?.kind === "gradient" || value?.items?.length > 0 && value.items.every(one => one.kind === "gradient")

// Between backward() and the steps that follow it: a model is clipped, and only the optimizer of another one steps.
function others(view) {
  const found = [], mine = (clip, opt) => opt?.of?.size && touchesOptimizer(clip, opt)
  for (const flow of view.flows) for (const [index, clip] of flow.entries()) {
    if (clip.kind !== "clip" || !clip.models.length || clip.models.includes("*") || !clip.loops.length) continue
    const end = flow.findIndex((one, at) => at > index && (one.kind === "backward" || one.kind === "opaque"))
    const start = flow.slice(0, index).findLastIndex(one => one.kind === "backward")
    const span = flow.slice(start + 1, end < 0 ? flow.length : end).filter(one => one.loops.at(-1) === clip.loops.at(-1))
    const steps = span.filter(one => ["step", "scalerstep"].includes(one.kind)), of = step => view.optimizers.find(opt => step.opts?.includes(opt.name))
    if (start < 0 || end >= 0 && flow[end].kind === "opaque" || !steps.length || steps.some(step => !of(step)?.of?.size || step.opts.length > 1 || mine(clip, of(step)))) continue
    if (span.some(one => one.kind === "clip" && one !== clip && steps.some(step => mine(one, of(step))))) continue
    if (view.optimizers.some(opt => mine(clip, opt))) found.push({ clip, step: steps[0] })
  }
  return found
}

export const RULES = [
  {
    id: "clip-after-step",
    grade: "error",
    find: view => clips(view, ["used", "done"]).map(({ event }) => {
      const step = view.of("step", "scalerstep").find(one => one.block === event.block) ?? view.near(event, "step", "scalerstep")[0]
      return { from: event.from, to: event.to, also: step ? [{ from: step.from, to: step.to }] : [], edits: step?.kind === "step" ? view.move(event, step, "before") : null }
    }),
  },
  {
    id: "clip-before-backward",
    grade: "error",
    find: view => clips(view, ["clean", "before", "thrown", "old"]).filter(({ event }) => !others(view).some(one => one.clip.from === event.from)).flatMap(({ event }) => {
      const back = view.near(event, "backward").find(one => one.from > event.from)
      return back ? [{ from: event.from, to: event.to, also: [{ from: back.from, to: back.to }], edits: back.scaled ? null : view.move(event, back, "after") }] : []
    }),
  },
  {
    id: "clip-before-unscale",
    grade: "error",
    find: view => clips(view, ["scaled", "scaled0"], view.scaling("clip"), []).flatMap(({ event, opt }) => {
      const step = view.of("scalerstep").find(one => one.opts.includes(opt.name) && one.loops.at(-1) === event.loops.at(-1))
      if (!step) return []
      const later = view.of("unscale").find(one => one.block === event.block && one.from > event.from)
      const edits = later ? view.move(later, event, "before") : view.insertBefore(event.stmt, `${step.scaler}.unscale_(${opt.name})`)
      return [{ from: event.from, to: event.to, also: [{ from: step.from, to: step.to }], words: { scaler: step.scaler, optimizer: opt.name }, edits: step.fn === event.fn ? edits : null }]
    }),
  },
  {
    id: "clip-other-model",
    grade: "likely",
    find: view => others(view).map(({ clip, step }) => ({ from: clip.from, to: clip.to, also: [{ from: step.from, to: step.to }], words: { optimizer: step.opts[0], model: clip.models.join(", ") } })),
  },
  {
    id: "clip-gradients",
    grade: "error",
    find: view => view.calls.filter(call => isClip(call) && gradients(call.args[0])).map(({ node, last }) => {
      const { values, t } = node.args[0], own = t === "comprehension" && values[0].t === "attribute" && values[0].name === "grad" ? values[0] : null
      return { from: node.args[0].from, to: node.args[0].to, words: { function: last }, edits: own ? [{ from: own.object.to, to: own.to, insert: "" }] : null }
    }),
  },
  {
    id: "clip-old-name",
    grade: "hint",
    find: view => view.calls.filter(call => call.last === "clip_grad_norm" && nn(call)).map(({ node }) => {
      const name = node.callee.at ?? node.callee
      return { from: node.from, to: node.to, edits: node.callee.t === "attribute" ? [{ from: name.to, to: name.to, insert: "_" }] : null }
    }),
  },
  {
    id: "clip-arguments",
    grade: "error",
    find: view => view.calls.filter(call => KNOWN[call.last] && nn(call) && !call.node.spread).flatMap(({ node, last, named, args }) => {
      const wrong = named.find(one => !KNOWN[last].includes(one.name))
      if (wrong) return [{ from: wrong.node.from, to: wrong.node.to, words: { argument: wrong.name, function: last }, edits: renamed(view, last, wrong) }]
      if (args.length + named.length === 1 && (args.length || named[0].name === "parameters")) return [{ from: node.from, to: node.to, words: { argument: KNOWN[last][1], function: last } }]
      const word = args[2] ?? named.find(one => one.name === "norm_type")?.value
      return last === "clip_grad_norm_" && word?.kind === "text" && word.text !== "inf" ? [{ from: node.from, to: node.to, words: { argument: "norm_type", function: last } }] : []
    }),
  },
  {
    id: "clip-return",
    grade: "hint",
    find: view => view.calls.filter(call => isClip(call) && call.last.includes("norm") && call.stmt?.t === "assign" && call.stmt.value === call.node && call.stmt.targets[0].t === "name").flatMap(({ stmt }) =>
      (isClippedName(stmt.targets[0].id) ? [{ from: stmt.targets[0].from, to: stmt.targets[0].to, words: { name: stmt.targets[0].id } }] : [])),
  },
]

const isClippedName = name => {
  const low = name.toLowerCase()
  return (low.includes("clipped") || low.startsWith("norm_after") || low.endsWith("after_clip") || low.includes("new_norm")) && !["unclipped", "before", "pre", "is_", "was", "num", "n_"].some(word => low.includes(word))
}

const renamed = (view, last, wrong) => (last === "clip_grad_norm_" && wrong.name === "clip_value" ? view.replace(wrong.node.at, "max_norm") : null)
