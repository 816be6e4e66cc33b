// The first script of a page in the copy that is opened from a disk. Browsers read no files there, but they run scripts:
// each file that a page asks for stands in one, which hands its text over.
const root = new URL("../", document.currentScript.src).href
const waiting = {}

window.fgFile = (name, text) => waiting[name](text)
window.fetch = address => new Promise((found, lost) => {
  const file = new URL(address, location).href.replace(/[?#].*/, "")
  waiting[decodeURI(file.replace(root, ""))] = text => found(new Response(text))
  document.head.append(Object.assign(document.createElement("script"), { src: `${file}.js`, onerror: () => lost(new TypeError(`${file} is not in this copy`)) }))
})
