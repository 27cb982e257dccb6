// The program is cut into files. All share one memory and one table of functions, by which each calls
// what stands in another: `src/web/program_part.rs` says where it is cut.

/**
 * Makes the function that loads a part of the program by its name. `fetched` promises a file, by the
 * element that names or has it; `app` what the program's first file has for the others. What failed is
 * tried again the next time.
 *
 * @param {import("./start.js").Parts["programPart"]} fetched
 * @param {Promise<WebAssembly.Exports>} app
 */
export function partLoader(fetched, app) {
  /** @type {Map<Element, Promise<unknown>>} */
  const files = new Map();

  /**
   * Has a program join the app, and those that it has inside: `xtask/src/hook/app.rs` puts small ones
   * into one file.
   *
   * @param {BufferSource} bytes
   * @param {WebAssembly.Exports} exports
   */
  async function join(bytes, exports) {
    const { module } = await WebAssembly.instantiate(bytes, { __wasm_split: exports });
    const inside = WebAssembly.Module.customSections(module, "part");
    await Promise.all(inside.map((bytes) => join(bytes, exports)));
  }

  /** @param {Element} element */
  async function load(element) {
    const [program, exports] = await Promise.all([fetched(element), app]);
    const bytes = program instanceof Response ? await program.arrayBuffer() : program;
    await join(bytes, exports);
  }

  /** @param {Element} element */
  function joined(element) {
    let file = files.get(element);
    if (!file) {
      file = load(element);
      files.set(element, file);
      file.catch(() => files.delete(element));
    }
    return file;
  }

  /** @param {string} name */
  return (name) =>
    Promise.all(Array.from(document.querySelectorAll(`[data-part~="${name}"]`), joined));
}
