// Nobody reads a number that changes 60 times a second, but each costs the browser a layout of the whole page:
// while a hand moves something, texts follow it ten times a second, and at once when it lets go.

const PAUSE = 100 // milliseconds
const waiting = new Set()
let timer

/** Write now what waits. */
export function settle() {
  clearTimeout(timer)
  timer = undefined
  for (const write of waiting) {
    waiting.delete(write)
    write()
  }
}

/** Call `write()` before PAUSE milliseconds are over: once, however often it is asked for; the last state is never lost. */
export function seldom(write) {
  waiting.add(write)
  timer ??= setTimeout(settle, PAUSE)
}
