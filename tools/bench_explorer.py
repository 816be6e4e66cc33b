"""The optimizer explorer in a real browser, for `make bench`: CPU of its page for each change, as it opens and with three runs of 200 iterations; frames at 4x CPU throttle."""

import itertools
import statistics

THROTTLE, TIMES, FRAME = 4, 120, 1000 / 60
RUNS = "SGD,lr:0.03,momentum:0.9", "Adam,lr:0.1", "RMSprop,lr:0.05"
HEAVY = "?surface=cliff&steps=200&noise=0.5" + "".join(f"&run={run},schedule:CosineAnnealingLR,T_max:200,clip:norm,max:1" for run in RUNS)
# One change in each frame, as a hand does it, or none while it plays; resolves with the milliseconds between the frames.
DRIVE = """([way, times]) => new Promise(resolve => {
  const at = [], press = key => document.querySelector(".fg-explorer__start").dispatchEvent(new KeyboardEvent("keydown", { key }))
  const slider = document.querySelector("fieldset.fg-run-0 input[type=range]"), play = document.querySelector(".fg-explorer__transport button")
  const change = {
    play: () => { if (!window.played) play.click(); window.played = true }, // a second click is Pause
    start: i => press(i % 40 < 20 ? "ArrowRight" : "ArrowLeft"),
    slider: i => { slider.value = 60 + (i % 40); slider.dispatchEvent(new Event("input")) },
  }[way]
  const frame = now => {
    at.push(now)
    change(at.length)
    at.length <= times ? requestAnimationFrame(frame) : resolve(at.slice(1).map((now, i) => now - at[i]))
  }
  requestAnimationFrame(frame)
})"""
WAYS = {"playing": "play", "moving the start": "start", "moving a slider": "slider"}
PAGES = {"as it opens": "", "3 x 200": HEAVY, "3 x 200, tables open": HEAVY}


def cpu(session) -> float:
    """Return the CPU milliseconds of the page's main thread so far: scripts, styles, layout, paint."""
    return 1000 * next(metric["value"] for metric in session.send("Performance.getMetrics")["metrics"] if metric["name"] == "TaskDuration")


def measure(browser, url: str) -> None:
    """Print a line for each page and each way to drive the explorer of the site at ``url``."""
    for (kind, address), (name, way) in itertools.product(PAGES.items(), WAYS.items()):
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(url + "explorer/" + address)
        page.wait_for_selector(".fg-explorer--ready")
        for more in page.locator(".fg-explorer__more > summary").all() if "tables" in kind else ():
            more.click()
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.evaluate(DRIVE, [way, TIMES])
        before = cpu(session)
        page.evaluate(DRIVE, [way, TIMES])
        cost = (cpu(session) - before) / TIMES
        session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        frames = page.evaluate(DRIVE, [way, TIMES])
        late = sum(taken > 1.5 * FRAME for taken in frames)
        print(
            f"Explorer: {kind + ', ' + name:<38} {cost:5.2f} ms CPU a frame, x{THROTTLE} {THROTTLE * cost:5.1f} of {FRAME:.1f} ms;"
            f" throttled: median {statistics.median(frames):.1f} ms, late {late} of {TIMES}"
        )
        page.close()
