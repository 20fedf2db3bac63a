/** A site that is published again and again, with what editors do between: made from a seed. */
import type { RawEntry, RawFields } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from '@/pipeline/check/accept';
import { buildSite, type Site } from '@/site/site';
import { createRandom } from '@bench/content/random';

const dayMs = 86_400_000;
/** The instant of the first publish. */
const firstPublish = Date.parse('2026-06-01T06:00:00Z');

const subjects = ['water', 'maps', 'seeds', 'nurses', 'radio'] as const;
const languages = ['fr', 'es', 'en', 'ar'] as const;
const tasks = ['translation', 'teaching', 'data', 'writing'] as const;

interface Kept {
  readonly shared: RawFields;
  readonly words: RawFields;
}

const isoDay = (instant: number) => new Date(instant).toISOString().slice(0, 10);

/** A site at the instants of its publishes. */
export interface Publish {
  readonly site: Site;
  readonly now: number;
}

/** Publishes a site so many times, a day apart; each time editors have added, changed, paused or deleted some. */
export function* publishes(seed: number, count: number): Generator<Publish> {
  const { next, int, chance, pick } = createRandom(seed);
  const entries = new Map<string, Kept>();
  let made = 0;

  const add = (now: number) => {
    // Some were written long before they are published.
    const posted = isoDay(now - int(0, chance(0.3) ? 199 : 2) * dayMs);
    const subject = pick(subjects);
    entries.set(`o${made++}`, {
      words: { title: `Help with ${subject} ${made}`, summary: `About ${subject}.` },
      shared: {
        posted,
        updated: posted,
        taskTypes: [pick(tasks)],
        languages: [{ language: pick(languages), level: pick(['basic', 'good', 'fluent']) }],
        hours: pick([
          { min: 1, max: 1 },
          { min: 2, max: 4 },
          { min: 8, max: 12 },
        ]),
        closes: {
          date: isoDay(Math.max(now, Date.parse(posted)) + int(1, 25) * dayMs),
          zone: 'Africa/Dakar',
        },
      },
    });
  };

  const change = (now: number) => {
    const id = pick([...entries.keys()]);
    const kept = entries.get(id);
    if (!kept) return;
    const set = (shared: RawFields, words: RawFields = {}) =>
      entries.set(id, { shared: { ...kept.shared, ...shared }, words: { ...kept.words, ...words } });
    const kind = next();
    // Editors don't always note that they changed something.
    const updated = chance(0.5) ? { updated: isoDay(now) } : {};
    if (kind < 0.2) entries.delete(id);
    else if (kind < 0.4) set({ ...updated, status: pick(['open', 'paused', 'filled']) });
    else if (kind < 0.6) set({ ...updated, status: 'open' });
    else if (kind < 0.75) set({ ...updated, languages: [{ language: pick(languages), level: 'basic' }] });
    else if (kind < 0.9) set({ ...updated, taskTypes: [pick(tasks)] });
    else set(updated, { summary: `About ${pick(subjects)} and ${pick(subjects)}.` });
  };

  const siteAt = (now: number): Site => {
    const raw: RawEntry[] = [...entries].map(([id, { shared, words }]) =>
      rawOpportunity(id, shared, {
        en: { ...words, task: 'You help.', deliverable: 'A file.', impact: 'Much.', requirements: '- Care' },
      }),
    );
    const accepted = acceptEntries([rawOrganization('o1'), rawSettings(), ...raw], []);
    return buildSite({ locales: ['en'], fallbacks: {}, entries: accepted.entries, pictures: {}, now });
  };

  for (let number = 0; number < 20; number++) add(firstPublish);
  for (let number = 0; number < count; number++) {
    const now = firstPublish + number * dayMs;
    if (number > 0) {
      for (let times = int(0, 3); times > 0; times--) add(now);
      for (let times = int(0, 5); times > 0; times--) change(now);
    }
    yield { site: siteAt(now), now };
  }
}
