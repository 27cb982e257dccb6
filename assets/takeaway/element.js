// Elements made by hand: this module has no library for it.

/**
 * An element with its attributes and what stands in it.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} inside
 */
export function element(name, attributes, ...inside) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    made.setAttribute(attribute, value);
  }
  made.append(...inside);
  return made;
}

/**
 * A button with its words.
 *
 * @param {string} look
 * @param {string} words
 */
export function button(look, words) {
  return element("button", { type: "button", class: look }, words);
}

/**
 * Puts a dialogue on the page and opens it. It goes when it is closed, and when the page shows
 * another place than the one that it was opened over.
 *
 * @param {HTMLDialogElement} dialogue
 */
export function openOver(dialogue) {
  const close = () => dialogue.close();
  addEventListener("hashchange", close);
  dialogue.addEventListener("close", () => {
    removeEventListener("hashchange", close);
    dialogue.remove();
  });
  document.body.append(dialogue);
  dialogue.showModal();
}
