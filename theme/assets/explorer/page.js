// The optimizer explorer: every element .fg-explorer of the page becomes one. `data-settings` is what it starts with;
// `data-show` (names of options) makes a small one with only these controls and a link to the explorer's own page.

import { code } from "./code.js"
import { runControls, sceneControls } from "./controls.js"
import { element, fill, write } from "./element.js"
import { all, current, spoken } from "./numbers.js"
import { plot } from "./plot.js"
import { seldom, settle } from "./seldom.js"
import { MOST_RUNS, format, parse, plainRun } from "./settings.js"
import { surfaces } from "./surfaces.js"
import { trajectory } from "./trajectory.js"

const NAMES = ["A", "B", "C"]
const FRAME = 60 // milliseconds for one iteration while it plays
const REST = 200 // milliseconds without a change, after which the address and the long tables follow
const calm = matchMedia("(prefers-reduced-motion: reduce)")

/** Turn `root` into an explorer; `texts` (key → text in the page's language), `home` (URL of the explorer's own page). */
export function explore(root, texts, home) {
  const small = root.dataset.show?.split(" "), address = !small && new URLSearchParams(location.search).has("surface")
  const { scene, runs } = parse(address ? location.search : root.dataset.settings)
  let at = scene.steps, paths = [], playing, resting, toSay

  const button = (text, act, more = {}) => {
    const made = element("button", { type: "button", textContent: text, className: "fg-button", ...more })
    made.addEventListener("click", act)
    return made
  }
  const live = element("p", { className: "fg-explorer__said", role: "status" })
  const picture = plot(texts, start => {
    scene.start = start
    moved()
  })
  const position = element("input", { type: "range", min: 0, step: 1, "aria-label": texts.iteration })
  const count = element("output", {})
  const play = button(texts.play, () => (playing ? stop() : begin()))
  const table = current(texts)
  const region = element("div", { className: "fg-explorer__numbers", tabindex: 0, role: "region", "aria-label": texts.numbers }, table.node)
  const everything = element("details", { className: "fg-explorer__more" }, element("summary", { textContent: texts.all }))
  const codes = element("details", { className: "fg-explorer__more" }, element("summary", { textContent: texts.code }))
  const controls = element("div", { className: "fg-explorer__controls" })

  const name = number => `${NAMES[number]} · ${runs[number].optimizer}`
  const names = () => runs.map((_, number) => name(number))
  const shown = () => paths.map(records => records[at])

  function show(announce = true) {
    picture.draw(scene, paths, at)
    if (position.valueAsNumber !== at) position.value = at
    toSay ||= announce && !playing
    seldom(words)
  }

  function words() {
    write(count, `${at} / ${scene.steps}`)
    table.show(shown(), runs, names())
    if (toSay) live.textContent = spoken(at, shown(), names(), texts)
    toSay = false
  }

  function details() {
    if (everything.open) everything.replaceChildren(everything.firstChild, ...paths.map((records, number) => element("div", { tabindex: 0 }, all(records, runs[number], name(number), texts))))
    if (codes.open) codes.replaceChildren(codes.firstChild, ...runs.map(codeOf))
  }

  function codeOf(run, number) {
    const text = code(scene, run)
    const copy = button(texts.copy, async () => {
      await navigator.clipboard.writeText(text)
      copy.textContent = texts.copied
    })
    const said = element("p", { role: "status" }), output = element("pre", { tabindex: 0, hidden: true }, element("code"))
    const live = JSON.parse(document.querySelector("#fg-live")?.textContent ?? "{}")
    const execute = button(texts.run_code, async () => {
      said.textContent = texts.running
      try {
        const { runCode } = await import("./run.js")
        const done = await runCode(live, text, paths[number])
        output.hidden = false
        output.firstChild.textContent = done.output
        said.textContent = done.same ? texts.same : texts.other
      } catch {
        said.textContent = texts.no_answer
      }
    })
    const head = element("p", {}, element("strong", { textContent: name(number) }), " ", copy, ...(live.token ? [" ", execute] : []))
    return element("div", {}, head, element("pre", { tabindex: 0 }, element("code", { textContent: text })), said, output)
  }

  // `only`: the run that changed; without it, all may have.
  function update(only) {
    paths = runs.map((run, number) => (only && run !== only ? paths[number] : trajectory(scene, run)))
    at = Math.min(at, scene.steps)
    if (position.max !== String(scene.steps)) position.max = scene.steps
    show(false)
  }

  function moved(only) {
    update(only)
    clearTimeout(resting)
    resting = setTimeout(rest, REST)
  }

  // Not at every move of a hand: browsers refuse an address that changes too often, and each change of it costs them more than the picture.
  function rest() {
    resting = clearTimeout(resting)
    details()
    if (!small) history.replaceState(history.state, "", `?${format({ scene, runs })}${location.hash}`)
    else open.search = format({ scene, runs })
  }

  function go(to) {
    stop()
    at = Math.min(scene.steps, Math.max(0, to))
    show()
  }

  function stop() {
    cancelAnimationFrame(playing)
    playing = undefined
    write(play, texts.play)
  }

  function begin() {
    if (calm.matches) return go(scene.steps)
    if (at === scene.steps) at = 0
    const first = performance.now(), from = at
    play.textContent = texts.pause
    const frame = now => {
      const next = Math.min(scene.steps, from + Math.max(0, Math.floor((now - first) / FRAME)))
      if (next !== at) {
        at = next
        show()
      }
      if (at < scene.steps) playing = requestAnimationFrame(frame)
      else {
        stop()
        show()
      }
    }
    playing = requestAnimationFrame(frame)
  }

  function changed(only) {
    at = scene.steps
    stop()
    moved(only)
  }

  function build() {
    const parts = runs.map((run, number) =>
      element(
        "fieldset",
        { className: `fg-run-${number}` },
        element("legend", { textContent: fill(texts.run, { name: NAMES[number] }) }),
        runControls(run, texts, () => changed(run), rebuild, small),
        ...(small || runs.length === 1 ? [] : [button(fill(texts.remove, { name: NAMES[number] }), () => { runs.splice(number, 1); rebuild() })]),
      ),
    )
    const add = button(texts.add, () => { runs.push(plainRun(["SGD", "Adam", "RMSprop"][runs.length])); rebuild() })
    const onSurface = () => { scene.start = surfaces[scene.surface].start; changed() }
    const sceneParts = small ? [] : [element("fieldset", {}, element("legend", { textContent: texts.scene }), sceneControls(scene, texts, Object.keys(surfaces), () => changed(), onSurface))]
    controls.replaceChildren(...sceneParts, ...parts, ...(small || runs.length === MOST_RUNS ? [] : [add]))
  }

  // After the controls are made again, the keyboard stays where it was.
  function rebuild() {
    const stops = () => [...controls.querySelectorAll("select, input, button")], place = stops().indexOf(document.activeElement)
    build()
    changed()
    if (place >= 0) stops()[Math.min(place, stops().length - 1)].focus({ preventScroll: true })
  }

  position.addEventListener("input", () => go(Number(position.value)))
  for (const more of [everything, codes]) more.addEventListener("toggle", details)
  const open = element("a", { href: home, className: "fg-explorer__open", textContent: texts.open })
  const share = button(texts.share, async () => {
    rest()
    await navigator.clipboard.writeText(location.href)
    live.textContent = texts.copied
  })
  const transport = element(
    "div",
    { className: "fg-explorer__transport" },
    play,
    button("‹", () => go(at - 1), { ariaLabel: texts.back }),
    position,
    button("›", () => go(at + 1), { ariaLabel: texts.forward }),
    count,
  )
  build()
  root.replaceChildren(
    element("div", { className: "fg-explorer__view" }, picture.node, transport, region),
    controls,
    ...(small ? [open] : [everything, codes, element("p", {}, share)]),
    live,
  )
  for (const end of ["change", "click", "keydown", "pointerup"]) root.addEventListener(end, settle)
  addEventListener("pagehide", () => resting && rest())
  update()
  if (small) rest()
  settle()
  root.classList.add("fg-explorer--ready")
}

const source = document.querySelector(".fg-explorer-texts")
for (const root of document.querySelectorAll(".fg-explorer")) explore(root, JSON.parse(source.textContent), source.dataset.page)
