// At each section: two links that know where the reader is, one to tell of a problem and one to edit. Only where the site has a repository.
const own = document.querySelector("script[data-issues]").dataset

function link(url, sign, name) {
  const made = Object.assign(document.createElement("a"), { href: url, textContent: sign, title: name, ariaLabel: name })
  return made
}

for (const heading of document.querySelectorAll(".fg-page :is(h1, h2, h3)[id]")) {
  const section = heading.firstChild ? [...heading.childNodes].filter(node => node.className !== "headerlink").map(node => node.textContent).join("").trim() : ""
  const place = `${own.page}#${heading.id}`
  const address = location.href.replace(/#.*/, "")
  const issue = new URLSearchParams({
    title: `${place}: `,
    body: `${own.question}\n\n\n\n${address}#${heading.id}\ndocs/${place}\n${section}\n`,
  })
  const links = Object.assign(document.createElement("span"), { className: "fg-tell" }) // beside the text, which stays where it was
  links.append(
    link(`${own.issues}?${issue}`, "⚑", own.report.replace("{section}", section)),
    link(own.edit, "✎", own.change.replace("{section}", section)),
  )
  heading.append(links)
}
