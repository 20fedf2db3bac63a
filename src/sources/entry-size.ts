/** Limits the size of entries: larger ones slow a build down by minutes, and no page could show them. */
import type { ProblemFinding } from '@/model/problems';

/** The largest size of an entry: bytes of its file, or of its fields as JSON. */
const maximumEntryBytes = 256 * 1024;

/** The deepest nesting of lists and groups. The model's own fields have four levels. */
export const maximumDepth = 20;

/** The finding of an entry that isn't read. */
export const leavesOut = (code: string, message: string, hint: string): ProblemFinding => ({
  code,
  severity: 'blocks',
  message,
  hint,
});

/** Returns the reason to leave out an entry of this size; undefined if it is small enough. */
export function checkSize(bytes: number): ProblemFinding | undefined {
  if (bytes <= maximumEntryBytes) return undefined;
  return leavesOut(
    'entry-too-large',
    `is ${Math.ceil(bytes / 1024)} kB, and an entry may have ${maximumEntryBytes / 1024} kB at most`,
    'Shorten its texts, remove pasted pictures, or split it into several entries.',
  );
}

export const depthFault = leavesOut(
  'entry-too-deep',
  `has lists or groups within each other more than ${maximumDepth} deep`,
  'Take out what was pasted by mistake; docs/model.md says what each field holds.',
);

/** True if lists and groups are nested deeper than `levels`. It stops there, so that deep nesting costs no time. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Returns the reason to leave out an entry with these fields from JSON; undefined if nothing is wrong. */
export function checkFieldsSize(fields: object): ProblemFinding | undefined {
  return isDeeper(fields, maximumDepth) ? depthFault : checkSize(Buffer.byteLength(JSON.stringify(fields)));
}
