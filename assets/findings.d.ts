// What the program may ask of the page, as functions of `window.findings`; the names are in the contract.
interface Findings {
  /** The app has taken over from the prerendered text. */
  started(): void;
  /** Puts the prerendered text back and says why the interactive part does not run. */
  failed(reason: string, advice?: string): void;
  /** Whether the survey is of an earlier version of the data, which the address asked for. */
  isEarlier(): boolean;
  /** The survey's bytes; rejects with a clause for readers. */
  surveyFile(): Promise<Uint8Array<ArrayBuffer>>;
  /** The module of charts. */
  importCharts(): Promise<import("./charts/index.js").Charts>;
  /** Loads a part of the program by its name; rejects when it does not arrive or can't be run. */
  loadPart(name: string): Promise<unknown>;
}
