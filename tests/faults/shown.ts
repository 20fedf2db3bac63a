/** Faults of a space of which a right site comes all the same: the one that the same content without them would give. */
import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostileMarkdown } from '@scripts/local/contentful/faults/content-faults';
import { wideCharacters } from '@scripts/local/contentful/faults/entry-faults';
import type { FaultName } from '@scripts/local/contentful/faults/faults';
import { changeEntry, copyOfSmallContent, smallContent, type YamlFields } from '../build/small-content';
import type { NamedFault } from './fault';
import { serveWithFault } from './service';

/** Faults that must not show in the site at all, with a line that the build prints. */
export const harmless: Partial<Record<FaultName, string | RegExp>> = {
  'rate-limit-burst': /^Contentful: Rate limit error occurred\. Waiting for N ms before retrying/,
  'server-error-burst': /^Contentful: Server 500 error occurred\. Waiting for N ms before retrying/,
  'total-changes-once': 'Reading the entries of type opportunity again: their number changed from 6 to 5.',
  oversize:
    'A page of the entries of type opportunity is larger than Contentful sends: going on with 1 at a time.',
  slow: 'Read 5 of type opportunity',
  'unknown-type': 'Content types that the model doesn’t have are not read: banner.',
  'unknown-field': 'Fields that the model doesn’t have are not read: opportunity.internalNotes.',
  'extra-locale': 'Contentful’s locale de-DE is none of en, fr, es: it is not read.',
  'null-field': 'Read 5 of type opportunity',
  'optional-dead-link':
    '  Contentful entry boats-and-beans · opportunities.0: leads to the opportunity “no-such-opportunity”, which doesn’t exist — Choose an entry that exists.',
  drops: 'Read 5 of type opportunity',
  'one-missing-once': 'Reading the entries of type opportunity again: “translate-seed-letters” came twice.',
  'unavailable-burst': /^Contentful: Server 503 error occurred\. Waiting for N ms before retrying/,
  'link-to-draft':
    '  Contentful entry boats-and-beans · opportunities.0: leads to the opportunity “zz-not-yet”, which doesn’t exist — Choose an entry that exists.',
};

export const first = 'Contentful entry caption-harbour-films';

/** What is said of an entry without any field. */
const nothingIn = [
  ['originalLanguage', 'Use one of: en, fr, es.'],
  ['updated', 'Fill it in.'],
  ['status', 'Use one of: draft, review, open, paused, filled, closed.'],
  ['organization', 'Fill it in.'],
  ['taskTypes', 'Fill it in.'],
  ['languages', 'Fill it in.'],
  ['hours', 'Fill it in.'],
  ['length', 'Fill it in.'],
  ['posted', 'Fill it in.'],
].map(([field, remedy]) => `${first} · ${field}: is missing — ${remedy}`);

/** Faults that cost the first opportunity, with what an editor is told. */
export const costly: Partial<Record<FaultName, string[]>> = {
  'dead-link': [
    `${first} · organization: leads to the organization “no-such-organization”, which doesn’t exist — Choose an entry that exists.`,
  ],
  'unknown-vocabulary': [
    `${first} · taskTypes.0: is "juggling", which is none of the known values — Use one of: writing, translation, research, design, web, communication, teaching, project, management, advice, data, coordination.`,
  ],
  'impossible-date': [
    `${first} · posted: is "2026-02-30"; it must be a day that exists, written YYYY-MM-DD — Correct it as the field’s help text explains.`,
  ],
  'long-title': [
    `${first} · en.title: is too much: 10000, but at most 120 are allowed — Shorten it to 120 characters.`,
  ],
  'wrong-shape': [
    `${first} · organization: is "some text"; it must be an id of 1 to 64 letters, digits, dots, hyphens or underscores — Correct it as the field’s help text explains.`,
    `${first} · taskTypes: is "some text", which is not a list — Give a list.`,
    `${first} · hours.min: is "some text", which is not a number — Give a number.`,
  ],
  'empty-entry': nothingIn,
  'all-null': nothingIn,
};

const firstEntry = 'opportunities/caption-harbour-films';

type Change = (folder: string) => Promise<void>;

const changeFirst =
  (change: (fields: YamlFields) => YamlFields): Change =>
  (folder) =>
    changeEntry(folder, firstEntry, change);

/** The fields with one of each language changed. */
function inEach(fields: YamlFields, field: string, change: (text: string) => string): YamlFields {
  const locales = ['en', 'fr', 'es'].filter((locale) => fields[locale] !== undefined);
  return locales.reduce((changed, locale) => {
    const texts = changed[locale] as YamlFields;
    const text = texts[field];
    return text === undefined
      ? changed
      : { ...changed, [locale]: { ...texts, [field]: change(String(text)) } };
  }, fields);
}

const takeBack = changeFirst((fields) => ({ ...fields, status: 'draft' }));

/** Every entry loses its Spanish. */
async function withoutSpanish(folder: string): Promise<void> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.yml'))) {
    await changeEntry(folder, file.replace(/\.yml$/, ''), (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'es')),
    );
  }
}

/** Faults that change the site, with what somebody would do to the files for the same. */
const changing: Partial<Record<FaultName, Change>> = {
  recreated: async (folder) => {
    await changeEntry(folder, firstEntry, (fields) => fields, `${firstEntry}-2`);
    await rm(`${folder}/${firstEntry}.yml`);
  },
  'wide-characters': changeFirst((fields) => inEach(fields, 'summary', () => wideCharacters)),
  'hostile-markdown': changeFirst((fields) =>
    inEach(fields, 'task', (text) => `${text}\n${hostileMarkdown}`),
  ),
  'link-cycle': async (folder) => {
    const lead = (fields: YamlFields) => ({ ...fields, organization: 'caption-harbour-films' });
    await changeEntry(folder, firstEntry, lead);
    await changeEntry(folder, 'opportunities/proofread-tide-tables', lead);
    await changeEntry(folder, 'campaigns/boats-and-beans', (fields) => ({
      ...fields,
      opportunities: ['boats-and-beans', ...((fields['opportunities'] ?? []) as string[])],
    }));
  },
  'missing-locale': withoutSpanish,
  'asset-without-file': (folder) => rm(`${folder}/media`, { recursive: true }),
};

const copies = new Map<string, Promise<string>>();

/** A copy of the small content with a change, made once. */
function changedCopy(name: string, change: Change): Promise<string> {
  const made =
    copies.get(name) ??
    copyOfSmallContent(`content/like-${name}`).then(async (folder) => {
      await change(folder);
      return folder;
    });
  copies.set(name, made);
  return made;
}

function got(name: FaultName, like: () => Promise<string>, says?: string | RegExp): NamedFault {
  return {
    name,
    kind: 'space',
    arrange: async () => ({
      ...(await serveWithFault(name)),
      like: { CONTENT_DIR: await like() },
      ...(says === undefined ? {} : { says }),
    }),
  };
}

const named = <Value>(table: Partial<Record<FaultName, Value>>) =>
  Object.entries(table) as unknown as [FaultName, Value][];

export const spaceFaults: readonly NamedFault[] = [
  ...named(harmless).map(([name, line]) => got(name, () => Promise.resolve(smallContent), line)),
  ...named(costly).map(([name, [reason = '']]) =>
    got(name, () => changedCopy('without-first', takeBack), `  ${reason}`),
  ),
  ...named(changing).map(([name, change]) => got(name, () => changedCopy(name, change))),
];
