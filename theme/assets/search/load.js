// The data of search are scripts, because a page that was opened from a disk may load scripts, and nothing else.

/** Return (a promise of) the data of assets/search/`name`.js of the site at `root` (URL). */
export function load(root, name) {
  const known = (self.guideSearch ??= {})
  known[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement("script")
    script.src = new URL(`assets/search/${name}.js`, root)
    script.onload = () => resolve(known[name])
    script.onerror = () => {
      delete known[name]
      reject(new Error(`${script.src} cannot be loaded`))
    }
    document.head.append(script)
  })
  return Promise.resolve(known[name])
}
