// One sentence at the foot of the window, which moves nothing and waits for the reader.
import { OFFLINE_HIDE } from "../words.js";

const region = document.createElement("div");
region.id = "update";
// There before it says anything, so that it is heard when it does.
region.setAttribute("role", "status");
document.body.append(region);

/**
 * @param {string} label
 * @param {() => void} onClick
 */
function button(label, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "text-button";
  element.textContent = label;
  element.addEventListener("click", onClick);
  return element;
}

/**
 * Says a sentence, with a button to act on it where there is something to do.
 *
 * @param {string} sentence
 * @param {{ label: string, onClick: () => void }} [action]
 */
export function say(sentence, action) {
  const hadFocus = region.contains(document.activeElement);
  const text = document.createElement("p");
  text.textContent = sentence;
  const hide = button(OFFLINE_HIDE, () => {
    region.className = "";
    region.replaceChildren();
  });
  region.className = "notice";
  region.replaceChildren(text, ...(action ? [button(action.label, action.onClick), " "] : []), hide);
  if (hadFocus) {
    hide.focus();
  }
}
