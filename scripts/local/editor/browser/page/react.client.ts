/** The parts of React that Decap gives to other scripts. */

/** An element of React. */
export type Element = unknown;

/** A class of components with the methods of its instances. */
export interface ControlClass {
  new (props: never): ControlInstance;
}

/** An instance of one of Decap's controls. */
export interface ControlInstance {
  readonly props: object;
  readonly state?: object;
  setState?: (state: object) => void;
  render(): Element;
  validate?: () => void;
}

interface Globals {
  readonly createClass: (spec: object) => ControlClass;
  readonly h: (tag: unknown, props: object, ...children: readonly Element[]) => Element;
}

export const { createClass, h } = globalThis as typeof globalThis & Globals;
