import type { RawFields } from '@/model/types/entry';
import type { ProblemFinding } from '@/model/problems';

/** Fields whose lists have each item once, and what an editor should know of the others. */
export interface WithoutRepeats {
  readonly fields: RawFields;
  readonly findings: readonly ProblemFinding[];
}

/**
 * Takes out of each list of the fields what stands in it before: `[writing, data, writing] -> [writing, data]`. Readers
 * would see it twice, and lists would count it twice.
 */
export function withoutRepeats(fields: RawFields): WithoutRepeats {
  const findings: ProblemFinding[] = [];
  const once = Object.entries(fields).map(([field, value]): [string, unknown] => {
    if (!Array.isArray(value)) return [field, value];
    const seen = new Set<string>();
    const kept = value.filter((item: unknown, index) => {
      const key = JSON.stringify(item);
      if (!seen.has(key)) return seen.add(key);
      findings.push({
        code: 'list-repeat',
        severity: 'warns',
        field: `${field}.${index}`,
        message: 'stands in the list already, and is left out',
        hint: 'Take it out, or choose what was meant.',
      });
      return false;
    });
    return [field, kept];
  });
  return { fields: Object.fromEntries(once), findings };
}
