import type { Thing } from 'schema-dts';

/** A thing of the vocabulary of search engines (https://schema.org), with its type. */
export type TypedThing = Exclude<Thing, string>;
