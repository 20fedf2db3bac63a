/** Limits the size of entries: larger ones slow a build down by minutes, and no page could show them. */
import type { ProblemFinding } from '@/model/problems';

/** The largest size of an entry: bytes of its file, or of its fields as JSON. */
const maximumEntryBytes = 256 * 1024;

/** The deepest nesting of lists and groups. The model's own fields have four levels. */
export const maximumDepth = 20;

type Fault = Pick<ProblemFinding, 'code' | 'message' | 'hint'>;

/** Returns the reason to leave out an entry of this size; undefined if it is small enough. */
export function checkSize(bytes: number): Fault | undefined {
  if (bytes <= maximumEntryBytes) return undefined;
  return {
    code: 'entry-too-large',
    message: `is ${Math.ceil(bytes / 1024)} kB, and an entry may have ${maximumEntryBytes / 1024} kB at most`,
    hint: 'Shorten its texts, remove pasted pictures, or split it into several entries.',
  };
}

export const depthFault: Fault = {
  code: 'entry-too-deep',
  message: `has lists or groups within each other more than ${maximumDepth} deep`,
  hint: 'Take out what was pasted by mistake; docs/model.md says what each field holds.',
};

/** True if lists and groups are nested deeper than `levels`. It stops there, so that deep nesting costs no time. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** Returns the reason to leave out an entry with these fields from JSON; undefined if nothing is wrong. */
export function checkFieldsSize(fields: object): Fault | undefined {
  return isDeeper(fields, maximumDepth) ? depthFault : checkSize(Buffer.byteLength(JSON.stringify(fields)));
}
