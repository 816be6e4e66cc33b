// The Python parser alone: for a worker, or for node. Shares its code with codemirror.js. After a change: make editor.
export { NodeProp, TreeCursor } from "@lezer/common"
export { parser } from "@lezer/python"
