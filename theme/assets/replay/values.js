// The table of values beside the code: a name, its value, what autograd knows of it; what just changed is marked.
import { element } from "./load.js"
import { table } from "./steps.js"

export class Values {
  constructor(player) {
    this.player = player
    this.body = element("tbody")
    const { words } = player
    this.all = element("button", { type: "button", className: "fg-replay__all", onclick: () => this.toggle() })
    this.empty = element("p", { className: "fg-replay__empty", textContent: words.empty })
    const caption = element("caption", { textContent: words.values })
    this.root = element("div", { className: "fg-replay__values", tabIndex: 0, role: "group", ariaLabel: words.values }, element("table", { className: "fg-replay__table" }, caption, this.body), this.empty, this.all)
  }

  toggle() {
    this.isAll = !this.isAll
    this.show(this.step, this.watch)
  }

  show(step, watch) {
    Object.assign(this, { step, watch })
    const { words } = this.player
    const focused = document.activeElement?.dataset?.name
    this.rows = table(step, this.isAll ? undefined : watch)
    this.all.hidden = !watch
    this.all.textContent = this.isAll ? words.chosen : words.all
    this.empty.hidden = this.rows.length > 0
    let scope = ""
    const lines = []
    for (const row of [...this.rows].sort((a, b) => b.scope.length - a.scope.length)) {
      if (row.scope !== scope && row.scope) lines.push(this.head(`${row.scope.split("/").at(-2)}()`))
      else if (row.scope !== scope) lines.push(this.head(words.outside))
      scope = row.scope
      lines.push(this.line(row))
    }
    this.body.replaceChildren(...lines)
    if (focused) this.body.querySelector(`[data-name="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
    const changed = this.body.querySelector(".fg-changed")
    const { root } = this
    if (changed && root.scrollHeight > root.clientHeight) root.scrollTop = changed.offsetTop - root.clientHeight / 3
  }

  head(text) {
    return element("tr", {}, element("th", { colSpan: 2, scope: "rowgroup", className: "fg-replay__scope", textContent: text }))
  }

  line(row) {
    const { player } = this
    const name = row.name.slice(row.scope.length)
    const isFollowed = player.followed === row.name
    const button = element("button", { type: "button", textContent: name, ariaPressed: String(isFollowed), title: player.words.follow.replace("{name}", name), onclick: () => player.choose(row.name) })
    button.dataset.name = row.name
    const hidden = player.ask?.hides(row.name)
    const value = hidden ? "…" : (row.text ?? (row.tags.length ? "" : "—"))
    const tags = row.tags.map(({ text, changed }) => element("small", { textContent: text, className: changed ? "fg-changed" : "" }))
    const cell = element("td", {}, element("span", { textContent: value }), ...tags.flatMap(tag => [" ", tag]))
    return element("tr", { className: row.changed ? "fg-changed" : "" }, element("th", { scope: "row" }, button), cell)
  }

  /** Return what just changed, as short texts. */
  changes() {
    return this.rows
      .filter(({ changed, text, old, name }) => changed && text !== old && !this.player.ask?.hides(name))
      .map(({ name, scope, text, old }) => `${name.slice(scope.length)}: ${old === undefined || text === undefined ? (text ?? "—") : `${old} → ${text}`}`)
  }
}
