/** How large an entry may be: larger ones take a build minutes, and no page could show them. */
import type { ProblemFinding } from '@/model/problems';

/** Bytes of an entry as it comes: of its file, or of the JSON of its fields. */
export const largestEntry = 256 * 1024;

/** Lists and groups within each other. The model's own fields go four deep. */
export const deepest = 20;

type Fault = Pick<ProblemFinding, 'code' | 'message' | 'hint'>;

/** Why an entry of so many bytes is left out; undefined where it is small enough. */
export function sizeFault(bytes: number): Fault | undefined {
  if (bytes <= largestEntry) return undefined;
  return {
    code: 'entry-too-large',
    message: `is ${Math.ceil(bytes / 1024)} kB, and an entry may have ${largestEntry / 1024} kB at most`,
    hint: 'Shorten its texts, take pasted pictures out of them, or divide it into several entries.',
  };
}

export const depthFault: Fault = {
  code: 'entry-too-deep',
  message: `has lists or groups within each other more than ${deepest} deep`,
  hint: 'Take out what was pasted by mistake; docs/model.md says what each field holds.',
};

/** True where lists and groups go deeper within each other than an entry may; it looks no deeper. */
function isDeeper(value: unknown, left: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return left === 0 || Object.values(value).some((inner) => isDeeper(inner, left - 1));
}

/** Why fields that came as JSON are left out; undefined where nothing is wrong. */
export function fieldsFault(fields: object): Fault | undefined {
  return isDeeper(fields, deepest) ? depthFault : sizeFault(Buffer.byteLength(JSON.stringify(fields)));
}
