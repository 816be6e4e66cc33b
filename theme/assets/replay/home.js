// The run on the home page plays once by itself when it is seen, if the reader wants motion; it can be paused.
import { toggle } from "./player.js"

const demo = document.querySelector(".fg-demo > .fg-code[data-replay]")
if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
  new IntersectionObserver(async ([{ isIntersecting }], watcher) => {
    if (!isIntersecting) return
    watcher.disconnect()
    demo.dataset.plays = true
    await toggle(demo, demo.querySelector(".fg-try button"), document.querySelector("script[data-step]").dataset.lang)
    demo.parentElement.classList.add("fg-demo--open")
  }, { threshold: 0.3 }).observe(demo)
}
