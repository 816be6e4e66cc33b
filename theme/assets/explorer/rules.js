// One update of each optimizer as torch.optim of PyTorch 2.13 computes it, in float64: the equation stands beside the code.
// Θ, g and the buffers are pairs of numbers. `state` starts as {} and is kept between the steps; `t` counts the steps from 1.
// How to add one: a class with its options (name: default, and how a slider shows it) and its `step`; the tests do the rest.

// Θ has two numbers; written out, as the page computes 600 steps in a frame.
const zip = (f, a, b = a, c = a) => [f(a[0], b[0], c[0]), f(a[1], b[1], c[1])]
const zeros = [0, 0]
// (1 − w)a + wb, rounded as torch.lerp does
const lerp = (a, b, w) => (w < 0.5 ? a + w * (b - a) : b - (b - a) * (1 - w))

const number = (initial, min, max) => ({ initial, min, max }) // a slider, linear
const power = (initial, min, max) => ({ initial, min, max, log: true }) // a slider over powers of ten; min itself may be 0
const near1 = (initial, max) => ({ initial, min: 0, max, near1: true }) // a slider over 1 − 10^−x
const flag = { initial: false }

// g ← −g if maximize;  g ← g + λθ
const gradient = (θ, g, o) => zip((θ, g) => (o.maximize ? -g : g) + o.weight_decay * θ, θ, g)

function sgd(θ, g, state, o) {
  g = gradient(θ, g, o)
  if (o.momentum) {
    // b ← g at the first step, then  b ← μb + (1 − τ)g
    state.buffer = state.buffer ? zip((b, g) => o.momentum * b + (1 - o.dampening) * g, state.buffer, g) : g
    // g ← g + μb with nesterov, else  g ← b
    g = o.nesterov ? zip((g, b) => g + o.momentum * b, g, state.buffer) : state.buffer
  }
  return zip((θ, g) => θ - o.lr * g, θ, g) // θ ← θ − γg
}

function adam(θ, g, state, o, t) {
  state.mean ??= zeros
  state.square ??= zeros
  state.mean = zip((m, g) => lerp(m, g, 1 - o.beta1), state.mean, g) // m ← β₁m + (1 − β₁)g
  state.square = zip((v, g) => o.beta2 * v + (1 - o.beta2) * g * g, state.square, g) // v ← β₂v + (1 − β₂)g²
  let v = state.square
  if (o.amsgrad) v = state.largest = zip(Math.max, state.largest ?? zeros, v) // v̂ ← max(v̂, v)
  const root = Math.sqrt(1 - o.beta2 ** t)
  // θ ← θ − γ/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε)
  return zip((θ, m, v) => θ - ((o.lr / (1 - o.beta1 ** t)) * m) / (Math.sqrt(v) / root + o.eps), θ, state.mean, v)
}

function rmsprop(θ, g, state, o) {
  g = gradient(θ, g, o)
  state.square = zip((s, g) => o.alpha * s + (1 - o.alpha) * g * g, state.square ?? zeros, g) // s ← αs + (1 − α)g²
  let s = state.square
  if (o.centered) {
    state.mean = zip((a, g) => lerp(a, g, 1 - o.alpha), state.mean ?? zeros, g) // a ← αa + (1 − α)g
    s = zip((s, a) => s - a * a, s, state.mean) // s − a²
  }
  const root = s.map(s => Math.sqrt(s) + o.eps)
  if (!o.momentum) return zip((θ, g, root) => θ - (o.lr * g) / root, θ, g, root) // θ ← θ − γ g/(√s + ε)
  state.buffer = zip((b, g, root) => o.momentum * b + g / root, state.buffer ?? zeros, g, root) // b ← μb + g/(√s + ε)
  return zip((θ, b) => θ - o.lr * b, θ, state.buffer)
}

function adagrad(θ, g, state, o, t) {
  g = gradient(θ, g, o)
  state.sum = zip((s, g) => s + g * g, state.sum ?? θ.map(() => o.initial_accumulator_value), g) // s ← s + g²
  const lr = o.lr / (1 + (t - 1) * o.lr_decay) // γ/(1 + (t − 1)η)
  return zip((θ, g, s) => θ - (lr * g) / (Math.sqrt(s) + o.eps), θ, g, state.sum)
}

const adamOptions = {
  lr: power(0.001, 1e-4, 3),
  beta1: near1(0.9, 0.999),
  beta2: near1(0.999, 0.9999),
  eps: power(1e-8, 1e-10, 1),
  weight_decay: power(0, 0, 1),
  amsgrad: flag,
  maximize: flag,
}

export const optimizers = {
  SGD: {
    options: {
      lr: power(0.001, 1e-4, 3),
      momentum: near1(0, 0.999),
      dampening: number(0, 0, 1),
      weight_decay: power(0, 0, 1),
      nesterov: flag,
      maximize: flag,
    },
    step: sgd,
    // torch: "Nesterov momentum requires a momentum and zero dampening"
    refuses: o => o.nesterov && (!o.momentum || o.dampening !== 0) && "nesterov",
  },
  Adam: { options: adamOptions, step: (θ, g, state, o, t) => adam(θ, gradient(θ, g, o), state, o, t) },
  AdamW: {
    options: { ...adamOptions, weight_decay: power(0.01, 0, 1) },
    // θ ← (1 − γλ)θ, and the gradient stays as it is
    step: (θ, g, state, o, t) =>
      adam(θ.map(x => x * (1 - o.lr * o.weight_decay)), gradient(θ, g, { ...o, weight_decay: 0 }), state, o, t),
  },
  RMSprop: {
    options: {
      lr: power(0.01, 1e-4, 3),
      alpha: near1(0.99, 0.999),
      eps: power(1e-8, 1e-10, 1),
      weight_decay: power(0, 0, 1),
      momentum: near1(0, 0.999),
      centered: flag,
      maximize: flag,
    },
    step: rmsprop,
  },
  Adagrad: {
    options: {
      lr: power(0.01, 1e-4, 3),
      lr_decay: power(0, 0, 1),
      weight_decay: power(0, 0, 1),
      initial_accumulator_value: power(0, 0, 10),
      eps: power(1e-10, 1e-10, 1),
      maximize: flag,
    },
    step: adagrad,
  },
}
