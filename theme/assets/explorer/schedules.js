// Learning-rate schedules: the factor of lr after `n` calls of scheduler.step(), and the constructor in PyTorch.
// How to add one: options, factor, code, and a name in strings.toml.

export const schedules = {
  none: { options: {}, factor: () => 1 },
  StepLR: {
    options: { step_size: { initial: 20, min: 1, max: 100, whole: true }, gamma: { initial: 0.1, min: 0.01, max: 1 } },
    factor: (n, o) => o.gamma ** Math.floor(n / o.step_size),
    code: o => `StepLR(optimizer, step_size=${o.step_size}, gamma=${o.gamma})`,
  },
  ExponentialLR: {
    options: { gamma: { initial: 0.95, min: 0.5, max: 1 } },
    factor: (n, o) => o.gamma ** n,
    code: o => `ExponentialLR(optimizer, gamma=${o.gamma})`,
  },
  CosineAnnealingLR: {
    options: { T_max: { initial: 60, min: 1, max: 200, whole: true } },
    factor: (n, o) => (1 + Math.cos((Math.PI * n) / o.T_max)) / 2,
    code: o => `CosineAnnealingLR(optimizer, T_max=${o.T_max})`,
  },
  LinearLR: {
    options: { start_factor: { initial: 0.1, min: 0.01, max: 1 }, total_iters: { initial: 10, min: 1, max: 100, whole: true } },
    factor: (n, o) => o.start_factor + ((1 - o.start_factor) * Math.min(n, o.total_iters)) / o.total_iters,
    code: o => `LinearLR(optimizer, start_factor=${o.start_factor}, total_iters=${o.total_iters})`,
  },
}
