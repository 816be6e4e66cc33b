// Predict, then step: before a replay opens under a question, the reader says what a value will be. Nothing is stored or sent.
import { element, fill } from "./load.js"
import { same } from "./steps.js"

/** Return a form that asks for a value, or undefined; `ask`: [name, step], undefined (choose), null (do not ask). */
export function question(player, ask) {
  const chosen = ask ?? (ask === null ? undefined : choose(player))
  if (!chosen) return undefined
  const [asked, number] = chosen
  const target = number - 1
  const name = [...player.steps[target].state.keys()].find(key => key === asked || key.endsWith(`/${asked}`)) ?? asked
  const { words } = player
  const plain = name.slice(name.lastIndexOf("/") + 1)
  const step = player.steps[target]
  const field = element("input", { type: "text", autocomplete: "off", spellcheck: false, size: 8 })
  const label = element("label", {}, fill(words.ask, { name: plain, line: step.line + 1, step: number }), " ", field)
  const submit = element("button", { type: "submit", textContent: words.check })
  const skip = element("button", { type: "button", textContent: words.skip })
  const form = element("form", { className: "fg-replay__ask" }, label, submit, skip)
  form.isOpen = true
  form.until = -1
  form.hides = () => false

  function finish(answer) {
    form.isOpen = false
    form.answer = answer
    form.replaceChildren(answer ? fill(words.said, { answer, name: plain, step: number }) : "")
    form.hidden = !answer
    player.go(player.index)
    player.next.focus({ preventScroll: true })
  }
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (field.value.trim()) finish(field.value.trim())
    else field.focus()
  })
  skip.addEventListener("click", () => finish(""))
  form.reached = index => {
    if (!form.answer || index < target || form.isDone) return
    form.isDone = true
    const value = step.state.get(name) ?? "None"
    const right = same(form.answer, value)
    form.dataset.right = right
    form.replaceChildren(fill(right ? words.right : words.wrong, { answer: form.answer, name: plain, value }))
  }
  queueMicrotask(() => player.ask?.isOpen && first(player))
  return form
}

// Until there is an answer, the replay stays where it starts.
function first(player) {
  player.ask.until = player.index
  player.go(player.index)
}

// The value that the question names, else a gradient, else the value that changes most; at its last change.
function choose({ block, steps }) {
  const asked = [...(block.previousElementSibling?.querySelectorAll("code") ?? [])].map(({ textContent }) => textContent)
  const times = new Map()
  for (const [index, { changed, state, more }] of steps.entries()) {
    for (const name of changed) if (state.has(name) && !more.cut && /\d|None|nan|inf/.test(state.get(name)) && !/requires_grad|grad_fn|dtype| is$/.test(name)) times.set(name, [...(times.get(name) ?? []), index + 1])
  }
  const heads = new Set(steps.flatMap(({ changed, more }) => (more.n ? [...changed] : [])))
  const names = [...times].filter(([name]) => !heads.has(name))
  const wanted = names.find(([name]) => asked.includes(name)) ?? names.find(([name]) => name.endsWith(".grad")) ?? names.find(([, all]) => all.length > 1)
  return wanted && [wanted[0], wanted[1].at(-1)]
}
