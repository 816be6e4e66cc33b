// Under every code block with a recording: Step through, and Change one thing. All else is loaded at the first click.
const { step, change, lang } = document.querySelector("script[data-step]").dataset

for (const code of document.querySelectorAll(".fg-code[data-replay], .fg-code[data-changes]")) {
  const bar = Object.assign(document.createElement("div"), { className: "fg-try" })
  const add = (label, load) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, ariaExpanded: "false" })
    button.addEventListener("click", async () => (await load()).toggle(code, button, lang))
    bar.append(button)
  }
  if (code.dataset.replay) add(step, () => import("./player.js"))
  if (code.dataset.changes) add(change, () => import("./changes.js"))
  code.append(bar)
}
