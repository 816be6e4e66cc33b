// What PyTorch's names mean: classes, functions, and what a bare name most likely is.

export const OPTIMIZERS = new Set(
  "ASGD Adadelta Adafactor Adagrad Adam AdamW Adamax LBFGS Muon NAdam RAdam RMSprop Rprop SGD SparseAdam".split(" "))
export const OTHER_OPTIMIZERS = new Set(
  "AdamP AdamW8bit Adam8bit AdaBelief AdaBoundW DeepSpeedCPUAdam FusedAdam FusedLAMB FusedSGD LAMB LARS Lamb Lars Lion Lookahead RangerLars Ranger BertAdam AdaBound SophiaG Sophia Shampoo".split(" "))
export const PER_EPOCH = new Set("StepLR MultiStepLR ExponentialLR CosineAnnealingLR".split(" "))
export const PER_BATCH = new Set("OneCycleLR CyclicLR".split(" "))
export const SCHEDULERS = new Set([...PER_EPOCH, ...PER_BATCH,
  ..."ChainedScheduler ConstantLR CosineAnnealingWarmRestarts LambdaLR LinearLR MultiplicativeLR PolynomialLR ReduceLROnPlateau SequentialLR".split(" ")])

// Names that a pasted loop uses without importing them.
export const USUAL = {
  torch: "torch", nn: "torch.nn", F: "torch.nn.functional", optim: "torch.optim", lr_scheduler: "torch.optim.lr_scheduler",
  Variable: "torch.autograd.Variable", autograd: "torch.autograd", amp: "torch.amp", GradScaler: "torch.amp.GradScaler", autocast: "torch.amp.autocast",
  clip_grad_norm_: "torch.nn.utils.clip_grad_norm_", clip_grad_norm: "torch.nn.utils.clip_grad_norm",
  clip_grad_value_: "torch.nn.utils.clip_grad_value_",
  ...Object.fromEntries([...OPTIMIZERS].map(name => [name, `torch.optim.${name}`])),
  ...Object.fromEntries([...SCHEDULERS].map(name => [name, `torch.optim.lr_scheduler.${name}`])),
}

const words = name => name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean)
const has = (name, ...wanted) => words(name).some(word => wanted.includes(word))

/** Return what an unknown name most likely is: "optimizer", "scheduler", "scaler", "model", "lossfn" or "unknown". */
export function guess(name) {
  if (!GUESSED.has(name)) GUESSED.set(name, guessed(name))
  return GUESSED.get(name)
}
const GUESSED = new Map()

function guessed(name) {
  const low = name.toLowerCase(), all = words(name)
  if (low.includes("sched") || low === "warmup") return "scheduler"
  if (low.includes("scaler") && !low.includes("data") && !low.includes("standard")) return "scaler"
  if (low.includes("optim") || has(name, "opt") || /^(opt|optimizer)[a-z0-9]?$/.test(low) || /^(adam|sgd)$/.test(low)) return has(name, "state", "cfg", "config", "name", "args", "params", "path") ? "unknown" : "optimizer"
  if (low.includes("criteri") || low === "crit" || /loss_?(fn|func|function|layer|module)s?$/.test(low) || /^(loss_?f|lossfun)$/.test(low)) return "lossfn"
  if (has(name, "path", "name", "dir", "state", "file", "out", "output", "config", "cfg", "args", "input", "dim", "size", "type", "ckpt", "kwargs", "params", "dict")) return "unknown"
  if (["model", "net", "network", "encoder", "decoder", "generator", "discriminator", "critic", "actor", "policy", "classifier", "backbone", "rnn", "lstm", "mlp", "cnn", "student", "teacher", "transformer", "unet", "vae", "resnet"].includes(all.at(-1))) return "model"
  if (all.length > 1 && ["target", "old", "ema", "teacher"].includes(all.at(-1)) && ["net", "network", "model", "critic", "actor", "policy"].includes(all.at(-2))) return "model"
  if (/^(net|model)_?[a-z0-9]{1,2}$/.test(low) || ["model", "net"].includes(all[0]) && all.length === 2 && all[1].length < 3) return "model"
  return "unknown"
}

/** Is this the name of a number that tells how the loss was: a loss, an accuracy, a score? */
export const isMetric = name => has(name, "loss", "losses", "acc", "accuracy", "score", "metric", "error", "err", "auc", "f1", "ppl", "perplexity", "vloss")
export const isState = name => has(name, "hidden", "hid", "h", "hx", "cx", "state", "states", "c", "h0", "c0", "memory", "mems")
export const isLabel = name => has(name, "y", "yb", "target", "targets", "label", "labels", "gt", "tgt", "answer", "answers", "batch", "data", "x", "xb", "input", "inputs", "image", "images")
export const isEpochs = name => has(name, "epoch", "epochs", "nepoch", "nepochs", "niter")

/** Does a name say that a model is measured there: `evaluate`, `val_loader`, `X_test`? */
export const isHeldOut = name => has(name, "val", "valid", "validation", "validate", "dev", "test", "eval", "evaluate", "evaluation", "holdout", "heldout", "held", "accuracy")

const HARMLESS = ["print", "log", "save", "load", "plot", "len", "isinstance", "hasattr", "getattr", "str", "repr", "type", "id", "format", "write", "info", "debug", "get", "display", "summary", "describe", "count", "checkpoint", "visualize", "record", "report", "adjust", "lr", "rate", "sample", "show", "dump", "compute", "watch", "print", "range", "enumerate", "zip", "progress", "add", "ema", "wrap", "ddp", "parallel", "copy", "deepcopy", "clone", "update", "loss", "reg", "regularization", "regularizer", "penalty", "toggle", "untoggle"]
/** Does the name of an unknown function say that it trains nothing: `log_metrics`, `save_checkpoint`, `adjust_learning_rate`? */
export const isHarmless = name => has(name, ...HARMLESS) || /^[A-Z]/.test(name)
export const isEvaluation = name => has(name, "eval", "evaluate", "evaluation", "validate", "validation", "val", "test", "predict", "accuracy", "inference", "score", "metrics")

/** Is `torch.nn.….name` or a bare name a loss: a class (`MSELoss`) or a function (`mse_loss`, `cross_entropy`)? */
export const isLossClass = name => /Loss$/.test(name)
export const isLossFunction = name => /(_loss|cross_entropy(_with_logits)?|kl_div|mse_loss|nll_loss)$/.test(name)
