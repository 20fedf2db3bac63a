import { unwrap } from '@/model/fields/fields';
import type { ProblemFinding, Problem } from '@/model/problems';
import { contentTypes } from '@/model/types/types';
import { linksOf, mapShared } from '@/model/fields/walk';
import { z } from 'zod';
import { problemsOf, type AnyEntry } from './validate';

/** Entries whose links all lead to entries that are on the site. */
export interface LinkedEntries {
  readonly entries: readonly AnyEntry[];
  readonly problems: readonly Problem[];
}

const keyOf = (type: string, id: string) => `${type}/${id}`;

/** True where the type can't do without the field: an opportunity without its organization. */
function isRequired(type: AnyEntry['type'], path: string): boolean {
  const schema = (contentTypes[type].shared.shape as Record<string, z.ZodType>)[path];
  return schema !== undefined && unwrap(schema) === schema && !(schema instanceof z.ZodArray);
}

/**
 * Leaves out what can't stand without what it links to, and takes dead optional links out of the rest. Leaving one
 * entry out can make another's link dead, so it goes on until nothing changes; links may form a cycle.
 * `isKnown` tells a link to an entry that exists but isn't on the site from one to nothing.
 */
export function link(
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
            ? 'Publish or mend that entry, or choose another.'
            : 'Choose an entry that exists.',
        };
      });
      problems.push(...problemsOf(entry, findings));
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
