// All rules, in the order of the guide. A rule is data (id, grade) and one pure function of a View; its texts stand in fieldguide/languages/check.toml.

import { RULES as zeroing } from "./zeroing.js"
import { RULES as order } from "./order.js"
import { RULES as clipping } from "./clipping.js"
import { RULES as scaling } from "./scaling.js"
import { RULES as scheduling } from "./scheduling.js"
import { RULES as accumulating } from "./accumulating.js"
import { RULES as memory } from "./memory.js"
import { RULES as names } from "./arguments.js"
import { RULES as training } from "./training.js"

const PAGES = { zeroing, order, clipping, "mixed-precision": scaling, schedulers: scheduling, accumulation: accumulating, graphs: memory, arguments: names, training }

export const RULES = Object.entries(PAGES).flatMap(([page, rules]) => rules.map(rule => ({ ...rule, link: `${page}#${rule.id}` })))
