// One run in the reader's own browser: a worker with a fresh Python each time, the next one prepared while this one is read.
const [SECONDS, CHARACTERS] = [60, 100_000] // as on the server

const lost = { failed: "not_loaded" }

let spare

function worker(settings) {
  const made = new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
  made.postMessage({ load: settings })
  return made
}

/** Start `job` ({ ref, code }); `on` gets each event. Returns { stop(), leave(), done } as session.js does. */
export function start({ browser }, job, on) {
  const settings = { ...browser, root: new URL(browser.root, document.baseURI).href }
  const python = spare ?? worker(settings)
  spare = undefined
  let finish, limit, output = ""
  const done = new Promise(resolve => (finish = resolve))

  function end(event) {
    clearTimeout(limit)
    python.terminate()
    spare ??= worker(settings)
    finish(event)
  }
  const cut = (kind, number) => end({ end: { output, figure: null, problem: { kind, number }, same: false } })

  python.onmessage = ({ data }) => {
    if (data.ready) return
    if (data.end || data.failed) return end(data.end ? data : lost)
    if (data.start) limit = setTimeout(() => cut("time", SECONDS), SECONDS * 1000)
    output += data.text ?? ""
    if (output.length > CHARACTERS) cut("output", CHARACTERS)
    else on(data)
  }
  python.onerror = () => end(lost)
  python.postMessage({ job: { ...job, root: settings.root } })
  queueMicrotask(() => on({ loading: true }))
  return { stop: () => cut("stopped", 0), leave: () => end(lost), done }
}
