/** A file that is made from the same is the same: its key tells it without making it. */
import { describe, expect, it } from 'vitest';
import { rawOpportunity } from '@/model/samples.fixture';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { acceptEntries } from '@/pipeline/check/accept';
import type { Content } from '@/pipeline/content';
import { buildSite } from '@/site/site';
import { smallEntries } from '@/views/views.fixture';
import { planSiteFiles } from './planned-files';

const siteUrl = new URL('https://example.org/');

interface Version {
  readonly entries?: readonly RawEntry[];
  readonly now?: string;
  readonly pictures?: Content['pictures'];
}

/** The files with a key, by path: the key, and the text. */
function filesOf({ entries = smallEntries(), now = '2026-11-28', pictures = {} }: Version) {
  const site = buildSite({
    locales: ['en', 'fr'],
    fallbacks: {},
    entries: acceptEntries(entries, []).entries,
    pictures,
    now: Date.parse(now),
  });
  const files = new Map<string, { readonly key: string; readonly text: string }>();
  for (const { key, paths, make } of planSiteFiles(site, siteUrl)) {
    const made = make();
    expect(made.map(({ path }) => path)).toEqual(paths);
    if (key !== undefined) for (const { path, text } of made) files.set(path, { key, text });
  }
  return files;
}

/** The small site, with other fields of an entry. */
const changing = (id: string, { en = {}, fr = {}, shared = {} }: Record<string, RawFields>): Version => ({
  entries: smallEntries().map((entry) =>
    entry.id === id
      ? {
          ...entry,
          shared: { ...entry.shared, ...shared },
          locales: { en: { ...entry.locales.en, ...en }, fr: { ...entry.locales.fr, ...fr } },
        }
      : entry,
  ),
});

const picture = { src: '/media/other-960.webp', width: 960 };

const versions: readonly (readonly [string, Version])[] = [
  ['a title', changing('wells', { en: { title: 'Dig' } })],
  ['a text', changing('wells', { fr: { summary: 'Eau.' } })],
  ['a status', changing('wells', { shared: { status: 'filled' } })],
  ['a closing date', changing('wells', { shared: { closes: { date: '2027-01-05', zone: 'Africa/Dakar' } } })],
  ['a translation that is missing', changing('wells', { fr: { title: undefined } })],
  ['an organization’s country', changing('o1', { shared: { country: 'PE' } })],
  ['an organization’s former address', changing('o1', { en: { formerSlugs: ['first'] } })],
  ['a campaign’s end', changing('water', { shared: { ends: '2026-11-01' } })],
  ['a campaign’s choice', changing('water', { shared: { opportunities: ['lessons'] } })],
  [
    'a campaign’s picture',
    { ...changing('water', { shared: { hero: 'hero' } }), pictures: { hero: { webp: [picture] } } as never },
  ],
  ['the settings', changing('site', { shared: { sample: true } })],
  ['a new opportunity', { entries: [...smallEntries(), rawOpportunity('new', { posted: '2026-11-20' })] }],
  ['an opportunity that was removed', { entries: smallEntries().filter(({ id }) => id !== 'lessons') }],
  ['time', { now: '2026-12-04' }],
];

describe('a file’s key', () => {
  const before = filesOf({});

  it('is the same in the same site', () => {
    expect(filesOf({})).toEqual(before);
  });

  it.each(versions)('changes with its text: %s', (name, version) => {
    const after = filesOf(version);
    const changed = [...after].filter(([path, { text }]) => before.get(path)?.text !== text);
    expect(changed.length, `${name} changes a file`).toBeGreaterThan(0);
    for (const [path, { key }] of changed) expect(before.get(path)?.key, path).not.toBe(key);
  });

  it('stays where an edit is of something else', () => {
    const after = filesOf(changing('o2', { shared: { country: 'PE' } }));
    const same = [...after].filter(([path, { key }]) => before.get(path)?.key === key);
    expect(same.length).toBeGreaterThan(20);
  });
});
