// One fresh Python in the browser: loads Pyodide and the wheel, whose SHA-256 it compares, says that it is ready, runs one block, and is thrown away.
addEventListener("message", async ({ data }) => {
  try {
    if (data.load) await load(data.load)
    if (data.job) await run(data.job)
  } catch (error) {
    console.error(error)
    postMessage({ failed: true })
  }
})

let python, ready

async function get(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return answer.arrayBuffer()
}

function load(settings) {
  ready ??= prepare(settings)
  return ready
}

async function prepare({ root, wheel, sha256, packages }) {
  const { loadPyodide } = await import(`${root}pyodide.mjs`)
  const [made, file, kit] = await Promise.all([loadPyodide({ indexURL: root }), get(root + wheel), get(`${root}kit.zip`)])
  const seen = hex(await crypto.subtle.digest("SHA-256", file))
  if (seen !== sha256) throw new Error(`${wheel} is another file: its SHA-256 is ${seen}`)
  await made.loadPackage([...packages, root + wheel], { messageCallback: () => {} })
  made.unpackArchive(kit, "zip", { extractDir: "/kit" })
  made.runPython("import sys; sys.path.insert(0, '/kit')")
  python = made
  postMessage({ ready: true })
}

const hex = buffer => [...new Uint8Array(buffer)].map(byte => byte.toString(16).padStart(2, "0")).join("")

async function run({ root, ref, code }) {
  await ready
  const name = ref.split(":")[0]
  python.FS.mkdirTree(`/snippets/${name.split("/")[0]}`)
  for (const kind of ["py", "out", "svg"]) {
    const answer = await fetch(`${root}snippets/${name}.${kind}`)
    if (answer.ok) python.FS.writeFile(`/snippets/${name}.${kind}`, new Uint8Array(await answer.arrayBuffer()))
  }
  postMessage({ start: true })
  const inside = python.pyimport("fieldguide.live.inside")
  postMessage({ end: JSON.parse(inside.run("/snippets", ref, code ?? undefined, text => postMessage({ text }))) })
}
