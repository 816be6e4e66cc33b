// Under every code block with a recording: Step through, and Change one thing. All else is loaded at the first click.
const { step, change, lang } = document.querySelector("script[data-step]").dataset

for (const code of document.querySelectorAll(".fg-code[data-replay], .fg-code[data-changes]")) {
  const bar = Object.assign(document.createElement("div"), { className: "fg-try" })
  const add = (label, module) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, ariaExpanded: "false" })
    button.addEventListener("click", async () => (await import(module)).toggle(code, button, lang))
    bar.append(button)
  }
  if (code.dataset.replay) add(step, "./player.js")
  if (code.dataset.changes) add(change, "./changes.js")
  code.append(bar)
}
