import{a as r,e as o,l as e}from"./shared.js";export{r as NodeProp,o as TreeCursor,e as parser};
