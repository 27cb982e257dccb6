// One sentence at the foot of the window, which moves nothing and waits for the reader.

const region = document.createElement("div");
region.id = "update";
// There before it says anything, so that it is heard when it does.
region.setAttribute("role", "status");
document.body.append(region);

function button(label, onClick) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "text-button";
  element.textContent = label;
  element.addEventListener("click", onClick);
  return element;
}

/** Says a sentence, with a button to act on it where there is something to do. */
export function say(sentence, label, onClick) {
  const hadFocus = region.contains(document.activeElement);
  const text = document.createElement("p");
  text.textContent = sentence;
  const hide = button("Hide this message", () => {
    region.className = "";
    region.replaceChildren();
  });
  region.className = "notice";
  region.replaceChildren(text, ...(label ? [button(label, onClick), " "] : []), hide);
  if (hadFocus) {
    hide.focus();
  }
}
