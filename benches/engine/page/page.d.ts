// What the measurement is made of: the program of `benches/engine/src`, and what the driver calls.

/** A clause of a filter: a question, its picked options, and "all" where every one is needed. */
type PickedClause = [question: number, options: number[], all?: "all"];

interface Window {
  /** The steps, which `benches/browser` calls one by one. */
  bench: object;
}

declare module "*/bench_engine.js" {
  export default function init(): Promise<unknown>;
  export class Engine {
    free(): void;
    questions(): number;
    options(question: number): number;
    groups(question: number): Uint16Array;
    column(question: number): Uint16Array;
    add_filter(): number;
    add_clause(filter: number, question: number, all: boolean, options: Uint32Array): void;
    answer(filter: number): number;
    select(filter: number): number;
    counts(filter: number): Uint32Array;
  }
  export class Draft {
    constructor(rows: number);
    go_on(rows: number): boolean;
    engine(): Engine;
  }
}
