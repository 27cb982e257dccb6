// A pack, made figure by figure.
import { drawing, painting } from "./picture.js";
import { PACK_PUTTING_TOGETHER, packFigureOf } from "../words.js";

/** Lets the page answer its reader and draw. */
const pause = () => new Promise((done) => setTimeout(done));

/**
 * Makes a pack of the chosen figures. `progress` is told in words and numbers how far it is; `signal`
 * stops it, which rejects.
 *
 * @param {import("./program.js").View} view
 * @param {string[]} chosen
 * @param {(words: string, done: number, total: number) => void} progress
 * @param {AbortSignal} signal
 */
export async function makePack(view, chosen, progress, signal) {
  const pack = view.begin();
  const text = new TextDecoder();
  for (const [position, figure] of chosen.entries()) {
    progress(packFigureOf(position + 1, chosen.length), position, chosen.length);
    await pause();
    signal.throwIfAborted();
    const file = await drawing(view, figure);
    const painted = await painting(file);
    view.put(figure, pack, text.decode(file.bytes), painted.bytes, file.drawn);
  }
  progress(PACK_PUTTING_TOGETHER, chosen.length, chosen.length);
  await pause();
  signal.throwIfAborted();
  return view.packed(pack);
}
