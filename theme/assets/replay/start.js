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

// The run on the home page plays once by itself when it is seen, if the reader wants motion; it can be paused.
const demo = document.querySelector(".fg-demo > .fg-code[data-replay]")
if (demo && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
  new IntersectionObserver(async ([{ isIntersecting }], watcher) => {
    if (!isIntersecting) return
    watcher.disconnect()
    demo.dataset.plays = true
    await (await import("./player.js")).toggle(demo, demo.querySelector(".fg-try button"), lang)
    demo.parentElement.classList.add("fg-demo--open")
  }, { threshold: 0.3 }).observe(demo)
}
