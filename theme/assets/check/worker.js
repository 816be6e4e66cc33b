// Checks off the main thread, so that a long text never stops the page.

import { parser } from "../editor/python-parser.js"
import { check } from "./findings.js"

onmessage = ({ data: { id, text } }) => postMessage({ id, result: check(text, parser) })
