/** What every generated entry is made from. */
import { utcDay } from '@/model/time/clock';
import type { Cause } from '@/model/vocabularies/causes';
import type { Home } from './content/homes';
import type { GeneratorWords } from './content/words';

/** The instant that generated content is made for, and that it is built at. */
export const benchNow = '2026-11-25T12:00:00Z';

const dayMs = 86_400_000;

/** The day that is this many days after `benchNow`, before it where negative: `-1 -> '2026-11-24'`. */
export function dayFromNow(days: number): string {
  return utcDay(Date.parse(benchNow) + days * dayMs);
}

/** A generated organization, as far as the entries that link to it need to know. */
export interface Host {
  readonly id: string;
  readonly home: Home;
  /** The main one first. */
  readonly causes: readonly [Cause, ...Cause[]];
}

/** What is the same for all entries. */
export interface Setting {
  readonly words: GeneratorWords;
  readonly seed: number;
  /** Names of places, at least one. */
  readonly places: readonly string[];
  readonly hosts: readonly Host[];
  /** How many opportunities there are; their ids are `opportunityId(0)` and so on. */
  readonly opportunities: number;
}

/** An entry as a file holds it: languages and shared fields side by side, in the model's order. */
export interface GeneratedEntry {
  /** The folder below the content folder. */
  readonly folder: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const digits = (index: number) => String(index + 1).padStart(5, '0');

/** `0 -> 'opportunity-00001'` */
export function opportunityId(index: number): string {
  return `opportunity-${digits(index)}`;
}

/** `0 -> 'organization-00001'` */
export function organizationId(index: number): string {
  return `organization-${digits(index)}`;
}

/** The item at an index that may be larger than the list: it begins again. Throws a `RangeError` for an empty list. */
export function cycle<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new RangeError('There is nothing to take.');
  return items[index % items.length] as T;
}
