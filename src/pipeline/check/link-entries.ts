import { unwrap } from '@/model/fields/fields';
import type { ProblemFinding, Problem } from '@/model/problems';
import { contentTypes } from '@/model/types/types';
import { linksOf, mapShared } from '@/model/fields/walk';
import { z } from 'zod';
import { createProblems, type AnyEntry } from './validate';

/** Entries whose links all have a target on the site. */
export interface LinkedEntries {
  readonly entries: readonly AnyEntry[];
  readonly problems: readonly Problem[];
}

const keyOf = (type: string, id: string) => `${type}/${id}`;

/** True if the type requires the field: an opportunity needs its organization. */
function isRequired(type: AnyEntry['type'], path: string): boolean {
  const schema = (contentTypes[type].shared.shape as Record<string, z.ZodType>)[path];
  return schema !== undefined && unwrap(schema) === schema && !(schema instanceof z.ZodArray);
}

/**
 * Removes entries with a dead required link, and dead optional links from the others. Removing an entry can make
 * further links dead, so it repeats until nothing changes; links may form a cycle. `isKnown` is true for entries that
 * exist but aren't on the site.
 */
export function linkEntries(
  valid: readonly AnyEntry[],
  isKnown: (type: string, id: string) => boolean,
): LinkedEntries {
  const problems: Problem[] = [];
  let entries = valid;
  for (;;) {
    const present = new Set(entries.map((entry) => keyOf(entry.type, entry.id)));
    const next = entries.flatMap((entry) => {
      const dead = linksOf(entry).filter(({ to, id }) => !present.has(keyOf(to, id)));
      if (dead.length === 0) return [entry];
      const findings = dead.map(({ path, to, id }): ProblemFinding => {
        const required = isRequired(entry.type, path);
        const label = contentTypes[to as keyof typeof contentTypes].label.toLowerCase();
        return {
          code: 'link-dead',
          severity: required ? 'blocks' : 'warns',
          field: path,
          message: isKnown(to, id)
            ? `leads to the ${label} “${id}”, which is not on the site`
            : `leads to the ${label} “${id}”, which doesn’t exist`,
          hint: isKnown(to, id)
            ? 'Publish or fix that entry, or choose another.'
            : 'Choose an entry that exists.',
        };
      });
      problems.push(...createProblems(entry, findings));
      if (findings.some(({ severity }) => severity === 'blocks')) return [];
      const deadPaths = new Set(dead.map(({ path }) => path));
      const shared = mapShared(entry.type, entry.shared, (_meta, value, path) =>
        deadPaths.has(path) ? undefined : value,
      );
      return [{ ...entry, shared } as unknown as AnyEntry];
    });
    if (next.length === entries.length) return { entries: next, problems };
    entries = next;
  }
}
