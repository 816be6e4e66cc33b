// One run on the server that serves the page: a request whose answer is one event a line, until its end.

/** Start `job` ({ ref, code }); `on` gets each event. Returns { stop(), leave(), done }: `done` is the last event, { end } or { failed }. */
export function start({ token }, job, on) {
  const control = new AbortController()
  let id, wanted = true

  const post = (path, body, signal) =>
    fetch(`/_live/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Fieldguide-Token": token },
      body: JSON.stringify(body),
      signal,
    })

  function stop() {
    wanted = false
    if (id) post("stop", { id }).catch(() => control.abort())
  }

  async function go() {
    const response = await post("run", job, control.signal)
    if (!response.ok) return { failed: { 403: "restarted", 503: "busy" }[response.status] ?? "failed" }
    for await (const event of events(response.body)) {
      id ??= event.id
      if (event.id && !wanted) stop()
      if (event.end) return event
      if (event.failed) return { failed: "failed" }
      on(event)
    }
    return { failed: "gone" }
  }

  return { stop, leave: () => control.abort(), done: go().catch(() => ({ failed: "gone" })) }
}

async function* events(body) {
  let rest = ""
  for (const reader = body.pipeThrough(new TextDecoderStream()).getReader(); ; ) {
    const { value, done } = await reader.read()
    if (done) return
    const lines = (rest + value).split("\n")
    rest = lines.pop()
    for (const line of lines) if (line) yield JSON.parse(line)
  }
}
