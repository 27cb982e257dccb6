// What scripts find on the page without importing it.

/** What a program of WebAssembly can be made of. */
type Program = Response | Uint8Array<ArrayBuffer>;

interface Findings {
  /** What makes what readers take away: a part of the program, which the program itself never asks. */
  takeAway(): Promise<import("./takeaway/program.js").Ask>;
}

interface Window {
  findings: Findings;
}

interface Navigator {
  /** Not every browser has it. */
  readonly connection?: { readonly saveData?: boolean };
}

declare module "findings-glue" {
  export default function init(options: { module_or_path: Program }): Promise<WebAssembly.Exports>;
  export function take_away(question: string, given: unknown[]): unknown;
}
