// What the host hears of its embeds.
/** @type {object[]} */
const heard = [];
Object.assign(window, { heard });
for (const name of ["findings-ready", "findings-change"]) {
  addEventListener(name, (event) => {
    const { target, detail } = /** @type {CustomEvent<object>} */ (event);
    heard.push({ name, id: /** @type {Element} */ (target).id, ...detail });
  });
}
