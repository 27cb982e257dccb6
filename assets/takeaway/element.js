// Elements made by hand: this module has no library for it.

/** An element with its attributes and what stands in it. */
export function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...inside);
  return made;
}

/** A button with its words. */
export function button(look, words) {
  return element("button", { type: "button", class: look }, words);
}
