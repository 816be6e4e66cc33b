// Level lines of a loss surface, for the optimizer explorer. After a change: make editor.
export { contours } from "d3-contour"
