// Predict, then step: before a replay opens under a question, the reader says what a value will be. Nothing is stored or sent.
import { element, fill } from "./load.js"
import { same } from "./steps.js"

const FEW = 6 // choices
const SHORT = 40 // characters of a value that a reader can type and compare
const FAR = 40 // steps that a reader can follow in the head

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
  const values = choices(player.steps, target, name).map(value => element("button", { type: "button", textContent: value, onclick: () => finish(value) }))
  const pick = element("button", { type: "button", textContent: words.pick, hidden: !values.length })
  pick.addEventListener("click", () => {
    pick.replaceWith(element("div", { className: "fg-replay__choices", role: "group", ariaLabel: words.pick }, ...values))
    values[0].focus({ preventScroll: true })
  })
  const submit = element("button", { type: "submit", textContent: words.check })
  const skip = element("button", { type: "button", textContent: words.skip })
  const form = element("form", { className: "fg-replay__ask" }, label, submit, " ", skip, " ", pick)
  form.isOpen = true
  form.until = -1
  form.hides = key => form.isOpen && key === name && player.index >= target

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

// What can be picked, behind a button so that a reader thinks first: the values that this name has in this run, those near the step if they are many; none if they are too few to choose from.
function choices(steps, target, name) {
  const found = [steps[target].state.get(name) ?? "None"]
  const near = [...steps.keys()].sort((one, other) => Math.abs(one - target) - Math.abs(other - target))
  for (const value of near.map(place => steps[place].state.get(name))) {
    if (value && found.length < FEW && !found.some(other => same(other, value))) found.push(value)
  }
  return found.length < 3 || found.some(value => value !== "None" && !isShort(value)) ? [] : found.sort((one, other) => one.localeCompare(other, "en", { numeric: true }))
}

// The value that the question names, else a gradient; at its last change that a reader can foresee and write down.
function choose({ block, steps }) {
  const asked = [...(block.previousElementSibling?.querySelectorAll("code") ?? [])].map(({ textContent }) => textContent)
  const last = new Map()
  for (const [index, { changed, state, more }] of steps.slice(0, FAR).entries()) {
    for (const name of changed) if (!more.cut && !more.call && !more.n && isShort(state.get(name) ?? "")) last.set(name, index + 1)
  }
  const names = [...last.keys()]
  const wanted = names.find(name => asked.includes(name)) ?? names.find(name => name.endsWith(".grad"))
  return wanted && [wanted, last.get(wanted)]
}

// A number or a few, not a shape, a "?", a text or a dictionary.
const isShort = text => text.length <= SHORT && /\d|nan|inf/.test(text) && !/^\(|[?…'{]/.test(text)
