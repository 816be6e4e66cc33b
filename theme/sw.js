// Without a network, readers see again what they have seen. With one, every answer comes from the network: what is kept here is shown only
// where the network gave none, so nothing is ever stale. assets/guide.js starts this over https only, so never under `make serve`.

const LARGE = /\/pyodide\/|\.(zip|pdf|epub)$/ // not kept

addEventListener("install", () => skipWaiting())

addEventListener("activate", event => event.waitUntil(registration.navigationPreload?.enable())) // the page is asked for while this starts

addEventListener("fetch", event => {
  const { method, url } = event.request
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answer(event))
})

async function answer(event) {
  const kept = await caches.open("guide")
  try {
    const found = (await event.preloadResponse) ?? (await fetch(event.request))
    if (found.status === 200 && !LARGE.test(new URL(event.request.url).pathname)) event.waitUntil(keep(kept, event.request, found.clone()))
    return found
  } catch (error) {
    const old = await kept.match(event.request, { ignoreSearch: true, ignoreVary: true }) // a script keeps its path when its hash changes
    if (old) return old
    throw error
  }
}

async function keep(kept, request, found) {
  await kept.delete(request, { ignoreSearch: true, ignoreVary: true }) // one of each, the last one
  await kept.put(request, found)
}
