// Run and Edit in the head of every code block. Everything else is loaded at the first click, and nothing runs before it.
const settings = JSON.parse(document.querySelector("#fg-live").textContent)
const { words, browser } = settings

let loading
const load = () => (loading ??= import("./block.js"))

function button(code, action, title = "") {
  const made = Object.assign(document.createElement("button"), { type: "button", className: `fg-do-${action}`, textContent: words[action], title })
  made.addEventListener("click", async () => (await load()).blockOf(code, settings)[action]())
  return made
}

for (const code of document.querySelectorAll(".fg-code[data-ref]")) {
  if (browser && !browser.runs.includes(code.dataset.ref.split(":")[0])) continue // not seen to print there what was recorded
  const head = code.querySelector(".filename")
  const name = head.textContent
  const bar = Object.assign(document.createElement("span"), { className: "fg-bar", role: "group", ariaLabel: name })
  const title = code.dataset.ref.includes(":") ? words.from_start.replace("{name}", name) : ""
  bar.append(button(code, "run", title), button(code, "edit"))
  head.append(bar)
}
