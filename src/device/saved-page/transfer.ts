/** The file in which somebody takes what is kept from one device to another. Pure. */
import type { AppliedItem } from '../applied/applied';
import { appliedStore } from '../applied/applied-store';
import { fitStore, type FitItem } from '../fit/fit-store';
import { readItems } from '../storage/item-store';
import { readRecord } from '../storage/read-value';
import { savedStore, type SavedItem } from '../saved/saved';

/** Says what a file is, whatever its name. */
const format = 'online-volunteering/kept';

/** Raised when what is written changes its meaning; a higher number isn't read. */
const version = 1;

/** No list that people make by hand comes near it: a thousand entries take about 300,000 bytes. */
export const maxFileBytes = 5_000_000;

export interface Kept {
  readonly saved: readonly SavedItem[];
  readonly applied: readonly AppliedItem[];
  /** What one can do. */
  readonly fit: readonly FitItem[];
}

/** What is in a file, or why it can't be used. `skipped` counts entries that could not be read. */
export type FileReading =
  ({ readonly kind: 'read'; readonly skipped: number } & Kept) | { readonly kind: 'foreign' | 'newer' };

/** The text of a file. The same lists give the same text. What was written in an application stays on the device. */
export function writeFile({ saved, applied, fit }: Kept): string {
  const log = applied.map((item) => ({ ...item, copy: undefined }));
  return `${JSON.stringify({ format, version, saved, applied: log, fit }, undefined, 2)}\n`;
}

/** Reads a file that anybody may have made. Never throws. */
export function readFile(text: string): FileReading {
  let record;
  try {
    record = readRecord(JSON.parse(text));
  } catch {
    return { kind: 'foreign' };
  }
  if (record?.['format'] !== format) return { kind: 'foreign' };
  const made = record['version'];
  if (typeof made === 'number' && made > version) return { kind: 'newer' };
  if (made !== version || !Array.isArray(record['saved']) || !Array.isArray(record['applied']))
    return { kind: 'foreign' };
  const saved = readItems(savedStore, record['saved']);
  const applied = readItems(appliedStore, record['applied']);
  // Files of before there was a fit check don't have it.
  const fit = readItems(fitStore, record['fit'] ?? []);
  return {
    kind: 'read',
    saved: saved.items,
    applied: applied.items,
    fit: fit.items,
    skipped: saved.skipped + applied.skipped + fit.skipped,
  };
}
