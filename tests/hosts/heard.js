// What the host hears of its embeds.
window.heard = [];
for (const name of ["findings-ready", "findings-change"]) {
  addEventListener(name, ({ target, detail }) => {
    window.heard.push({ name, id: target.id, ...detail });
  });
}
