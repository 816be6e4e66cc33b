// The reader's own run, statement by statement: the player of recorded runs on a copy of the reader's code.
import { element, texted } from "../replay/load.js"
import { Player } from "../replay/player.js"

// Lines are counted as the editor beside it counts them.
class Own extends Player {
  sentence(step) {
    return super.sentence({ ...step, line: step.line + Number(this.block.dataset.line) - 1 })
  }
}

/** Open the player after `place`; returns { close }. */
export async function openPlayer(place, { code, steps, ref, name, firstLine, title }) {
  const words = await texted(document.documentElement.lang.split("-")[0])
  const own = element("div", { className: "highlight fg-code fg-own" }, element("span", { className: "filename", textContent: name }), element("pre", {}, element("code", { textContent: code })))
  const section = ref.split(":")[1]
  Object.assign(own.dataset, { ref: section ? `:${section}` : "", line: firstLine }) // not the page's ref: what its author says is about other code
  place.after(own)
  const player = new Own(own, steps, { ...words, title }, () => close())
  const close = () => {
    player.close()
    own.remove()
  }
  return { close }
}
