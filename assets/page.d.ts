// What scripts find on the page without importing it.

/** What a program of WebAssembly can be made of. */
type Program = Response | Uint8Array<ArrayBuffer>;

interface Findings {
  /** The program that makes what readers take away; no other script of the page has it. */
  takeawayProgram(): Promise<Program>;
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
}
