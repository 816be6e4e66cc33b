// An explorer below what the reader sees is made when she comes near: it would be half of what a page loads.
const near = new IntersectionObserver(seen => {
  if (!seen.some(entry => entry.isIntersecting)) return
  near.disconnect()
  import("./page.js")
}, { rootMargin: "99999px 0px 100%" }) // above, always: it must not push away what she reads

for (const root of document.querySelectorAll(".fg-explorer")) near.observe(root)
