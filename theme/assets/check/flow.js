// The machines: what is known of an optimizer's gradients, of a scaler and of a model's mode at each event, along every way through the text.
// A machine is a start and a function (state, event, subject) → state. A loop is walked until no new state appears, so the next iteration counts.

const PASSES = 12

/** Return Map event key → {event, states: Map subject → Set of the states in which the event is met}. */
export function annotate(entries, machine, subjects) {
  const met = new Map()
  for (const subject of subjects) for (const { seq } of entries) walk(seq, new Set([machine.start]), subject)
  return met

  function walk(seq, states, subject, depth = 0) {
    const jumps = { break: new Set(), continue: new Set(), return: new Set(), raise: new Set() }
    const take = other => { for (const how in jumps) add(jumps[how], other.jumps[how]) }
    for (const item of seq) {
      if (!states.size) break
      if (item.type === "event") states = through(item, states, subject)
      else if (item.type === "jump") { add(jumps[item.how], states); states = new Set() }
      else if (item.type === "call") {
        const inner = walk(item.body, states, subject, depth)
        states = new Set([...inner.out, ...inner.jumps.return])
        add(jumps.raise, inner.jumps.raise)
      } else if (item.type === "branch") {
        const before = states
        states = new Set()
        for (const arm of item.arms) { const inner = walk(arm, before, subject, depth); add(states, inner.out); take(inner) }
      } else if (item.type === "try") {
        const inner = walk(item.body, states, subject, depth)
        take(inner)
        const start = new Set([...states, ...inner.out, ...inner.jumps.raise])
        jumps.raise = new Set()
        states = new Set(inner.out)
        for (const handler of item.handlers) { const caught = walk(handler, start, subject, depth); add(states, caught.out); take(caught) }
      } else if (item.type === "loop") {
        const seen = new Set(), out = new Set()
        const start = state => machine.step(state, { kind: "iteration", loop: item.node, depth: depth + 1 }, subject)
        let next = states
        for (let pass = 0; pass < PASSES && next.size; pass++) {
          next = new Set([...next].map(start))
          const inner = walk(item.body, new Set([...next].filter(state => !seen.has(state))), subject, depth + 1)
          add(seen, next)
          const end = new Set([...inner.out, ...inner.jumps.continue])
          add(out, end); add(out, inner.jumps.break); add(jumps.return, inner.jumps.return)
          next = item.once ? new Set() : end
          if ([...next].every(state => seen.has(start(state)))) break
        }
        states = out.size ? out : states
      }
    }
    return { out: states, jumps }
  }

  function through(event, states, subject) {
    const key = keyOf(event)
    if (!met.has(key)) met.set(key, { event, states: new Map() })
    const known = met.get(key).states
    if (!known.has(subject)) known.set(subject, new Set())
    add(known.get(subject), states)
    return new Set([...states].map(state => machine.step(state, event, subject)))
  }
}

const add = (set, more) => { for (const one of more) set.add(one) }
export const keyOf = event => `${event.kind}@${event.from}`

/** All events of a sequence, in the order in which they come. */
export const flat = seq => seq.flatMap(item =>
  item.type === "event" ? [item]
    : item.type === "branch" ? item.arms.flatMap(flat)
      : item.type === "try" ? [...flat(item.body), ...item.handlers.flatMap(flat)]
        : item.body ? flat(item.body) : [])

/** Do two names of models speak of the same parameters: `model` and `model.encoder`? */
export const overlaps = (a, b) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
const touches = (names, of) => !of?.size || [...names].some(name => name === "*" || [...of].some(one => overlaps(name, one)))

// Does an event that names optimizers or models concern this optimizer {name, of}?
const concerns = (event, opt) =>
  event.all || event.opts?.includes(opt.name) || (event.models?.length && !event.evaluation ? touches(event.models, opt.of) : false) || (event.opts?.length === 0 && !event.models?.length)

const split = state => { const at = state.indexOf(":"); return at < 0 ? [state, ""] : [state.slice(0, at), state.slice(at)] }

/**
 * What lies in the gradients of an optimizer.
 * init: not known · before: zeroed before the loop began · clean:depth of the loop in which they were zeroed · fresh, fresh0: backward() after that
 * (0: nothing was zeroed in this loop yet) · carried: fresh, from an earlier iteration · used: step() after that · old: used, in an earlier iteration ·
 * dirty: backward() on top of used ones · thrown: zeroed while fresh · done: zeroed after step() · any: an unknown function had them.
 * After the colon of the others: the place of the backward() or zero_grad() that matters.
 */
export const GRADIENTS = {
  start: "init",
  step(state, event, opt) {
    const [phase, place] = split(state)
    switch (event.kind) {
      case "build": return event.opt === opt.name ? "init" : state
      case "iteration":
        if (phase === "clean") return Number(place.slice(1)) < event.depth ? "before" : state
        return { thrown: "clean:99", done: "clean:99", used: `old${place}`, fresh: `carried${place}` }[phase] ?? state
      case "opaque": return concerns(event, opt) && (phase !== "init" || event.loops.length) ? "any" : state // before the loops nothing depends on it
      case "zero":
        if (!concerns(event, opt)) return state
        return { fresh: `thrown:${event.from}`, fresh0: `thrown:${event.from}`, dirty: `thrown:${event.from}`, thrown: state, used: "done", done: "done" }[phase] ?? `clean:${event.loops.length}`
      case "backward": {
        const names = event.value?.models
        if (names?.size && opt.of?.size && !touches(names, opt.of)) return ["clean", "before", "thrown", "done"].includes(phase) ? "any" : state
        const at = `:${event.from}`
        return { any: "any", init: `fresh0${at}`, before: `fresh0${at}`, fresh0: `fresh0${at}`, used: `dirty${at}`, old: `dirty${at}`, dirty: `dirty${at}` }[phase] ?? `fresh${at}`
      }
      case "step": case "scalerstep":
        if (!concerns(event, opt)) return state
        return { init: "init", any: "any", clean: state, before: state, thrown: "clean:99", done: "done" }[phase] ?? `used${place}`
      default: return state
    }
  },
}

/** Where a GradScaler stands for an optimizer {name, of, scaler}. */
export const SCALING = {
  start: "init",
  step(state, event, opt) {
    const [phase] = split(state)
    const mine = () => !event.opts?.length || event.opts.includes(opt.name)
    switch (event.kind) {
      case "build": return event.opt === opt.name || event.scaler ? "init" : state
      case "opaque": return concerns(event, opt) ? "any" : state
      case "backward":
        if (!event.value || event.value.kind !== "tensor" || ["apex", "maybe"].includes(event.scaled)) return "any"
        if (!event.scaled) return "plain"
        return { init: "scaled0", any: "scaled0", plain: "scaled0", scaled0: "scaled0", stepped: "late", late: "late", unscaled: "mixed", unscaled0: "mixed" }[phase] ?? "scaled"
      case "unscale": return mine() ? ({ scaled: "unscaled", scaled0: "unscaled0", early: "unscaled" }[phase] ?? state) : state
      case "scalerstep": return mine() && phase !== "any" && phase !== "init" ? "stepped" : state
      case "update": return ["scaled", "scaled0", "unscaled", "unscaled0", "late", "mixed"].includes(phase) ? `early:${event.from}` : phase === "any" ? "any" : "ready"
      default: return state
    }
  },
}

/** Whether a model trains or evaluates, and whether it was used to evaluate since. */
export const modes = loopsWithBackward => ({
  start: "init",
  step(state, event, model) {
    const mine = event.models?.some(name => name === "*" || name === model || model.startsWith(`${name}.`))
    const [phase, place] = split(state)
    switch (event.kind) {
      case "opaque": return (mine || event.all) && (phase !== "init" || event.loops.length) ? "any" : state
      case "mode": return mine ? "any" : state
      case "train": return mine ? (event.loops.length ? "train" : "begun") : state // begun: once, before all loops
      case "eval": return mine ? `eval:${event.from}` : state
      case "forward": return mine && phase === "eval" && (event.grad === "off" || !loopsWithBackward.has(event.loops.at(-1))) ? `evaluated${place}` : state
      default: return state
    }
  },
})
