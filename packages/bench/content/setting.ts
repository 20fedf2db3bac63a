/** The settings that all generated entries share. */
import { utcDay } from '@/model/time/clock';
import type { Cause } from '@/model/vocabularies/causes';
import type { Home } from './homes';
import type { GeneratorWords } from './words';

/** The instant for which content is generated, and at which it is built. */
export const benchNow = '2026-11-25T12:00:00Z';

const dayMs = 86_400_000;

/** Returns the day so many days after `benchNow`, or before it if negative: `-1 -> '2026-11-24'`. */
export function dayFromNow(days: number): string {
  return utcDay(Date.parse(benchNow) + days * dayMs);
}

/** The facts of a generated organization that entries with a link to it need. */
export interface HostOrganization {
  readonly id: string;
  readonly home: Home;
  /** The main one first. */
  readonly causes: readonly [Cause, ...Cause[]];
}

/** The words, names, organizations and numbers from which all entries are generated. */
export interface GeneratorSetting {
  readonly words: GeneratorWords;
  readonly seed: number;
  /** Names of places, at least one. */
  readonly places: readonly string[];
  readonly hosts: readonly HostOrganization[];
  /** The number of opportunities. Their ids are `opportunityId(0)` and so on. */
  readonly opportunities: number;
}

/** An entry with the fields of its file: languages and shared fields side by side, in the model's order. */
export interface GeneratedEntry {
  /** The folder below the content folder. */
  readonly folder: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const formatNumber = (index: number) => String(index + 1).padStart(5, '0');

/** `0 -> 'opportunity-00001'` */
export function opportunityId(index: number): string {
  return `opportunity-${formatNumber(index)}`;
}

/** `0 -> 'organization-00001'` */
export function organizationId(index: number): string {
  return `organization-${formatNumber(index)}`;
}

/** Returns the item at an index, and begins again after the last one. Throws a `RangeError` for an empty list. */
export function pickInTurn<T>(items: readonly T[], index: number): T {
  if (items.length === 0) throw new RangeError('There is nothing to take.');
  return items[index % items.length] as T;
}
