import type { RawFields } from '@/model/types/entry';
import type { ProblemFinding } from '@/model/problems';

/** Fields without repeated list items, with findings about them. */
export interface RepeatRemoval {
  readonly fields: RawFields;
  readonly findings: readonly ProblemFinding[];
}

/**
 * Removes repeated items from each list: `[writing, data, writing] -> [writing, data]`. Pages would show them twice,
 * and lists would count them twice.
 */
export function removeRepeats(fields: RawFields): RepeatRemoval {
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
        message: 'is already in the list, and is left out',
        hint: 'Remove it, or choose the one you meant.',
      });
      return false;
    });
    return [field, kept];
  });
  return { fields: Object.fromEntries(once), findings };
}
