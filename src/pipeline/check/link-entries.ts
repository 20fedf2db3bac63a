import { entryKey } from '@/model/types/entry';
import { unwrap } from '@/model/fields/fields';
import { createProblems, type ProblemFinding, type Problem } from '@/model/problems';
import { contentTypes, type Entry } from '@/model/types/types';
import { linksOf, mapShared } from '@/model/fields/walk';
import { z } from 'zod';

/**
 * Why an entry isn't on the site. `faulty` and `missing` are accidents; the others were decided, and `waiting` is an entry
 * that needs one of those.
 */
export type Absence = 'draft' | 'coming' | 'unpublished' | 'waiting' | 'faulty' | 'missing';

/** True if the type requires the field: an opportunity needs its organization. */
function isRequired(type: Entry['type'], path: string): boolean {
  const schema = (contentTypes[type].shared.shape as Record<string, z.ZodType>)[path];
  return schema !== undefined && unwrap(schema) === schema && !(schema instanceof z.ZodArray);
}

const absenceWords: Readonly<Record<Absence, string>> = {
  draft: 'is a draft or in review',
  coming: 'is posted on a future day',
  unpublished: 'is not published in Contentful',
  waiting: 'is off the site with an entry that it needs',
  faulty: 'is not on the site',
  missing: 'doesn’t exist',
};

function hintFor(absence: Absence, required: boolean): string {
  if (absence === 'missing') return 'Choose an entry that exists.';
  if (absence === 'faulty') return 'Publish or fix that entry, or choose another.';
  return required
    ? 'It’s shown again with that entry. To show it before, choose another.'
    : 'The link is shown again with that entry. Or choose another.';
}

const isDecided = (absence: Absence) => absence !== 'faulty' && absence !== 'missing';

/**
 * Removes entries with a dead required link, and dead optional links from the others. Removing an entry can make
 * further links dead, so it repeats until nothing changes; links may form a cycle. `findAbsence` is asked about entries
 * that aren't among `valid`.
 */
export function linkEntries(
  valid: readonly Entry[],
  findAbsence: (type: string, id: string) => Absence,
): {
  readonly entries: readonly Entry[];
  /** Entries that need one that was taken off the site on purpose. Nothing is wrong with them. */
  readonly waiting: readonly Entry[];
  /** The ids of entries that others need and that are missing for no known reason. */
  readonly missing: ReadonlySet<string>;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const waiting: Entry[] = [];
  const missing = new Set<string>();
  const removed = new Map<string, Absence>();
  let entries = valid;
  for (;;) {
    const present = new Set(entries.map(entryKey));
    const next = entries.flatMap((entry) => {
      const dead = linksOf(entry).filter(({ to, id }) => !present.has(entryKey({ type: to, id })));
      if (dead.length === 0) return [entry];
      const findings = dead.map(({ path, to, id }): ProblemFinding => {
        const required = isRequired(entry.type, path);
        const label = contentTypes[to].label.toLowerCase();
        const absence = removed.get(entryKey({ type: to, id })) ?? findAbsence(to, id);
        if (required && absence === 'missing') missing.add(id);
        return {
          code: 'link-dead',
          severity: required ? (isDecided(absence) ? 'waits' : 'blocks') : 'warns',
          field: path,
          message: `leads to the ${label} “${id}”, which ${absenceWords[absence]}`,
          hint: hintFor(absence, required),
        };
      });
      problems.push(...createProblems(entry, findings));
      const has = (wanted: ProblemFinding['severity']) =>
        findings.some(({ severity }) => severity === wanted);
      if (has('blocks') || has('waits')) {
        if (!has('blocks')) waiting.push(entry);
        removed.set(entryKey(entry), has('blocks') ? 'faulty' : 'waiting');
        return [];
      }
      const deadPaths = new Set(dead.map(({ path }) => path));
      return [mapShared(entry, (_meta, value, path) => (deadPaths.has(path) ? undefined : value))];
    });
    if (next.length === entries.length) return { entries: next, waiting, missing, problems };
    entries = next;
  }
}
