/** What can go wrong with a publish, by name: how it comes about, and what must become of it. */
import type { Env } from '../build/run-build';

/** A fault that has come about. */
export interface Arranged {
  /** What the publish is told. */
  readonly env: Env;
  /** Undoes what it took. */
  readonly close?: () => Promise<void>;
  /** All that is said, where nothing may be published, without what differs from run to run (`maskVolatileOutput`). */
  readonly refused?: string;
  /** Variables that lead to the same site without the fault, where one may be published. */
  readonly like?: Env;
  /** True where the process ends without a word; the next publish puts everything in order. */
  readonly isKilled?: boolean;
  /** What is printed then, besides. */
  readonly says?: string | RegExp;
}

export interface NamedFault {
  readonly name: string;
  /** What is at fault. */
  readonly kind: 'files' | 'settings' | 'service' | 'space' | 'machine';
  readonly arrange: () => Arranged | Promise<Arranged>;
  /** True where the publish takes unchanged files over: it goes over a site that is live, which then has a spare. */
  readonly isAfterEdit?: true;
}
