// The picture: level lines of the surface, a path for each run up to the current iteration, and the start, which can be dragged.

import { contours } from "../editor/contours.js"
import { set, svg } from "./element.js"
import { seldom } from "./seldom.js"
import { surfaces } from "./surfaces.js"

const WIDTH = 600, HEIGHT = 400, CELLS = 60, LEVELS = 14
const BESIDE = 30 // cells on each side of the box: a low window shows more of the surface than the box
const FAR = 50 // boxes; a path that leaves further is cut there
// Everything that moves is made of `points`: other attributes count as style, which the browser computes anew, and a transform makes it sort its layers.
const disc = radius => Array.from({ length: 32 }, (_, k) => [radius * Math.cos((k * Math.PI) / 16), radius * Math.sin((k * Math.PI) / 16)])
const SHAPES = [disc(5), [[-5, -5], [5, -5], [5, 5], [-5, 5]], [[0, -6.5], [6, 4.5], [-6, 4.5]]] // runs differ without colour too
const GRIP = disc(18), CROSS = [[-7, 0], [7, 0], [0, 0], [0, -7], [0, 7]]

const rounded = value => Math.round(10 * value) / 10
const around = (x, y, shape) => shape.map(([right, down]) => `${rounded(x + right)},${rounded(y + down)}`).join(" ")

/** Return {node, draw(scene, paths, at)}; `onMove([x, y])` is called while the start is dragged or moved with the arrow keys. */
export function plot(texts, onMove) {
  const levels = svg("g", { class: "fg-explorer__levels" }), lines = svg("g"), heads = svg("g")
  const grip = svg("polygon"), cross = svg("polyline")
  const handle = svg("g", { class: "fg-explorer__start", tabindex: 0, role: "slider", "aria-label": texts.start }, grip, cross)
  const frame = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "group", "aria-label": texts.plot }, levels, lines, heads, handle)
  const marks = [] // of each run: its line and its head, and what they show
  let drawn, box, start

  const toX = x => ((x - box[0]) / (box[1] - box[0])) * WIDTH
  const toY = y => ((box[3] - y) / (box[3] - box[2])) * HEIGHT
  const inside = ([x, y]) => [Math.min(box[1], Math.max(box[0], x)), Math.min(box[3], Math.max(box[2], y))].map(v => Number(v.toFixed(3)))

  function drawLevels(name) {
    drawn = name
    box = surfaces[name].box
    const rows = Math.round((CELLS * HEIGHT) / WIDTH), size = [CELLS + 2 * BESIDE, rows + 2] // one row more above and below: closing lines stay outside
    const values = [], shown = []
    for (let j = 0; j < size[1]; j++) {
      for (let i = 0; i < size[0]; i++) {
        const x = box[0] + ((i - BESIDE + 0.5) / CELLS) * (box[1] - box[0]), y = box[3] - ((j - 0.5) / rows) * (box[3] - box[2])
        values.push(surfaces[name].at([x, y]).value)
        if (i >= BESIDE - 1 && i <= BESIDE + CELLS) shown.push(values.at(-1))
      }
    }
    // The lowest values in the box are the interesting ones: the distances between levels grow.
    const low = Math.min(...shown), range = Math.max(...shown) - low
    const thresholds = Array.from({ length: LEVELS }, (_, k) => low + range * ((k + 1) / (LEVELS + 1)) ** 2.5)
    const point = ([i, j]) => `${(((i - BESIDE) / CELLS) * WIDTH).toFixed(1)},${(((j - 1) / rows) * HEIGHT).toFixed(1)}`
    const path = shape => shape.coordinates.map(rings => rings.map(ring => `M${ring.map(point).join("L")}Z`).join("")).join("")
    levels.replaceChildren(...contours().size(size).thresholds(thresholds)(values).map(shape => svg("path", { d: path(shape) })))
  }

  // The points of a path as text, and its end unless it left too far.
  function trace(records, at) {
    let points = "", x, y
    for (let i = 0; i <= at; i++) {
      const { theta } = records[i]
      x = toX(theta[0])
      y = toY(theta[1])
      if (!(Math.abs(x) < FAR * WIDTH && Math.abs(y) < FAR * HEIGHT)) return { points }
      points += `${rounded(x)},${rounded(y)} `
    }
    return { points, end: [x, y] }
  }

  function makeMarks(number) {
    const line = svg("polyline", { class: `fg-explorer__path fg-run-${number}` })
    const head = svg("polygon", { class: `fg-explorer__head fg-run-${number}` })
    lines.append(line)
    heads.append(head)
    return { line, head }
  }

  function draw(scene, paths, at) {
    if (scene.surface !== drawn) drawLevels(scene.surface)
    start = scene.start
    while (marks.length > paths.length) {
      const { line, head } = marks.pop()
      line.remove()
      head.remove()
    }
    paths.forEach((records, number) => {
      const mark = (marks[number] ??= makeMarks(number)), { line, head } = mark
      if (mark.records === records && mark.at === at) return
      Object.assign(mark, { records, at })
      const { points, end } = trace(records, at)
      set(line, "points", points)
      set(head, "visibility", end ? "visible" : "hidden")
      if (end) set(head, "points", around(...end, SHAPES[number]))
    })
    const x = toX(start[0]), y = toY(start[1])
    set(grip, "points", around(x, y, GRIP))
    set(cross, "points", around(x, y, CROSS))
    seldom(say)
  }

  function say() {
    set(handle, "aria-valuenow", start[0])
    set(handle, "aria-valuetext", start.join(", "))
  }

  handle.addEventListener("pointerdown", event => {
    handle.setPointerCapture(event.pointerId)
    event.preventDefault()
    handle.focus()
  })
  handle.addEventListener("pointermove", event => {
    if (!handle.hasPointerCapture(event.pointerId)) return
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(frame.getScreenCTM().inverse())
    onMove(inside([box[0] + (x / WIDTH) * (box[1] - box[0]), box[3] - (y / HEIGHT) * (box[3] - box[2])]))
  })
  handle.addEventListener("keydown", event => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key]
    if (!step) return
    event.preventDefault()
    const size = (box[1] - box[0]) / (event.shiftKey ? 20 : 100)
    onMove(inside([start[0] + step[0] * size, start[1] + step[1] * size]))
  })
  return { node: frame, draw }
}
