// What is minimized: value and gradient at θ = [x, y], and the same in PyTorch for the code beside the figure.
// `at(θ, i)` may depend on the number i of the iteration (a batch). How to add one: these five properties and a name in strings.toml.

const sigmoid = z => 1 / (1 + Math.exp(-z))

// Eight points near the line v = 1.5 u − 0.5; each batch has two of them.
const U = [-2, -1.5, -1, -0.5, 0.5, 1, 1.5, 2]
const V = [-3.3, -2.9, -2.1, -1.0, 0.4, 0.7, 1.9, 2.4]
const error = ([w, b], k) => w * U[k] + b - V[k]
const mean = (keys, f) => keys.reduce((sum, k) => sum + f(k), 0) / keys.length
const squares = (θ, keys) => ({
  value: mean(keys, k => error(θ, k) ** 2),
  gradient: [mean(keys, k => 2 * error(θ, k) * U[k]), mean(keys, k => 2 * error(θ, k))],
})

export const surfaces = {
  ravine: {
    box: [-3, 3, -2, 2],
    start: [-2.5, 1],
    at: ([x, y]) => ({ value: 0.5 * (x * x + 25 * y * y), gradient: [x, 25 * y] }),
    code: "loss = 0.5 * (x**2 + 25 * y**2)",
  },
  saddle: {
    box: [-3, 3, -2, 2],
    start: [-2.5, 0.01],
    at: ([x, y]) => ({ value: 0.5 * x * x - 0.5 * y * y + 0.25 * y ** 4, gradient: [x, y ** 3 - y] }),
    code: "loss = 0.5 * x**2 - 0.5 * y**2 + 0.25 * y**4",
  },
  cliff: {
    box: [-3, 3, -2, 2],
    start: [2.5, 1.5],
    at([x, y]) {
      const z = 8 * (x - 1)
      return {
        value: 0.1 * (x * x + y * y) + Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
        gradient: [0.2 * x + 8 * sigmoid(z), 0.2 * y],
      }
    },
    code: "wall = torch.logaddexp(8 * (x - 1), torch.zeros(()))\nloss = 0.1 * (x**2 + y**2) + wall",
  },
  quadratic: {
    box: [-3, 3, -2, 2],
    start: [-2.5, 1.5],
    at: ([x, y]) => ({ value: 0.5 * (x * x + 4 * y * y), gradient: [x, 4 * y] }),
    code: "loss = 0.5 * (x**2 + 4 * y**2)",
  },
  valleys: {
    box: [-2.25, 2.25, -1.5, 1.5],
    start: [1.9, 1.2],
    at: ([x, y]) => ({ value: 0.5 * (x * x - 1) ** 2 + 0.5 * y * y + 0.2 * x, gradient: [2 * x * (x * x - 1) + 0.2, y] }),
    code: "loss = 0.5 * (x**2 - 1) ** 2 + 0.5 * y**2 + 0.2 * x",
  },
  regression: {
    box: [-1.5, 4.5, -3, 1],
    start: [-1, 0.5],
    at: (θ, i) => squares(θ, i === undefined ? [...U.keys()] : [2 * (i % 4), 2 * (i % 4) + 1]),
    setup: `u = torch.tensor(${JSON.stringify(U).replaceAll(",", ", ")})\nv = torch.tensor(${JSON.stringify(V).replaceAll(",", ", ")})`,
    code: "batch = [2 * (i % 4), 2 * (i % 4) + 1]\nloss = ((x * u[batch] + y - v[batch]) ** 2).mean()",
  },
}

// Noise of a batch: a random slope, uniform in ±strength, added to the loss. The generator is the LCG of Numerical Recipes (Press et al.), mod 2³².
export function noise(seed) {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return 2 * (state / 2 ** 32) - 1
  }
}
