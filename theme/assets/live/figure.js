// A figure that a run has drawn, as a picture: inside an <img> no script of it can run and nothing is loaded.

/** Return an <img> of `svg` (text) in the page's colour, its texts replaced by `labels` (English → the page's language). */
export function picture(svg, alt, labels = {}) {
  const image = Object.assign(document.createElement("img"), { alt })
  const translated = svg.replace(/(<text[^>]*>)([^<]*)(?=<\/text>)/g, (whole, tag, text) => (labels[text] ? tag + escape(labels[text]) : whole))

  function paint() {
    const { color, fontFamily } = getComputedStyle(document.querySelector(".fg-page"))
    URL.revokeObjectURL(image.src)
    const painted = translated.replace("<svg", `<svg color="${color}" fill="${color}" font-family="${escape(fontFamily)}"`)
    image.src = URL.createObjectURL(new Blob([painted], { type: "image/svg+xml" }))
  }

  paint()
  new MutationObserver(paint).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] })
  return image
}

const escape = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`)
