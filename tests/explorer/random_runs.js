// Random settings of the explorer, for the proof of its arithmetic: window.randomRuns(root, optimizer, count, seed) → [{scene, run}].
window.randomRuns = async (root, optimizer, count, seed) => {
  const [{ optimizers }, { schedules }, { surfaces, noise }, { plainRun }] = await Promise.all(
    ["rules", "schedules", "surfaces", "settings"].map(name => import(`${root}assets/explorer/${name}.js`)),
  )
  const next = noise(seed), random = () => (next() + 1) / 2
  const pick = list => list[Math.floor(random() * list.length)]
  const round = value => Number(value.toPrecision(4))
  const value = ({ initial, min, max, log, near1, whole }) => {
    if (typeof initial === "boolean") return random() < 0.4
    if (random() < 0.3) return initial
    if (whole) return Math.round(min + random() * (max - min))
    if (log) return round(10 ** (-4 + random() * (Math.log10(max) + 4)))
    return round(near1 ? Math.min(max, 1 - 10 ** (-random() * 3)) : min + random() * (max - min))
  }
  const values = options => Object.fromEntries(Object.entries(options).map(([name, shape]) => [name, value(shape)]))
  const found = []
  while (found.length < count) {
    const surface = pick(Object.keys(surfaces)), [left, right, bottom, top] = surfaces[surface].box
    const scene = {
      surface,
      start: [round(left + random() * (right - left)), round(bottom + random() * (top - bottom))],
      steps: 60,
      noise: random() < 0.4 ? round(random() * 3) : 0,
      seed: Math.floor(random() * 10000),
    }
    const run = { ...plainRun(optimizer), options: values(optimizers[optimizer].options) }
    if (random() < 0.8) run.options.lr = round(10 ** (-3 + 2.5 * random()))
    run.schedule = random() < 0.5 ? "none" : pick(Object.keys(schedules))
    run.scheduleOptions = values(schedules[run.schedule].options)
    run.clip = pick(["none", "none", "norm", "value"])
    run.max = round(10 ** (-1.5 + 2 * random()))
    run.accumulate = pick([1, 1, 1, 2, 3])
    run.forget = random() < 0.2
    if (!optimizers[optimizer].refuses?.(run.options)) found.push({ scene, run })
  }
  return found
}
