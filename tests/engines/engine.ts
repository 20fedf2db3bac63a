/** A window of a browser, as the walk uses it. */
export interface Engine {
  /** With its version, for the report. */
  readonly name: string;
  /** Resolves to the value of an expression in the page, or of the promise that it makes. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses with the mouse, without waiting for what follows. */
  readonly click: (selector: string) => Promise<void>;
  /** Types in a field. */
  readonly type: (selector: string, text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a browser with a window. */
export type OpenEngine = () => Promise<Engine>;
