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
    find: view => clips(view, ["clean", "before", "thrown", "old"]).flatMap(({ event }) => {
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
