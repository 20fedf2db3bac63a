/**
 * Input with something wrong in it of which a right site comes all the same: what can't be shown is left out and named
 * with its reason, everything else is as it would have been. The content that a build renders is compared, since rendering
 * knows nothing of where it came from (tests/build/identity.test.ts) and shows nothing that isn’t in it (states.test.ts).
 */
/** @module-tag core */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Content } from '@/pipeline/content';
import type { FaultName } from '../contentful/start';
import { prepareAttempt, serveWithFault } from './build-expectations';
import { changeEntry, copyOfSmallContent, smallContent } from './small-content';

async function prepareUnder(fault: FaultName) {
  const { env, close } = await serveWithFault(fault);
  return prepareAttempt(env).finally(close);
}

/** The content of a copy of the small content with a change. */
async function contentWith(name: string, change: (folder: string) => Promise<unknown>): Promise<Content> {
  const folder = await copyOfSmallContent(`content/like-${name}`);
  await change(folder);
  return (await prepareAttempt({ CONTENT_DIR: folder })).content;
}

const listed = <Value>(table: Partial<Record<FaultName, Value>>) =>
  Object.entries(table) as [FaultName, Value][];

let sound: Awaited<ReturnType<typeof prepareAttempt>>;
beforeAll(async () => {
  sound = await prepareAttempt({ CONTENT_DIR: smallContent });
});

it('the small content without a fault is shown whole', () => {
  expect(sound.lines).toContain(
    'On the site: 5 opportunity, 2 organization, 1 campaign, 1 story, 1 resource, 1 page, 1 synonyms, 1 settings.',
  );
  expect(sound.leftOut).toEqual([]);
});

/** Faults that must not show in the site at all, with what the build says of them. */
const harmless: Partial<Record<FaultName, string>> = {
  'rate-limit-burst': 'Rate limit error',
  'server-error-burst': 'Server 500 error',
  'unavailable-burst': 'Server 503 error',
  'total-changes-once': 'their number changed from 6 to 5',
  'one-missing-once': '“translate-seed-letters” came twice',
  oversize: 'going on with 1 at a time',
  slow: 'Read 5 of type opportunity',
  drops: 'Read 5 of type opportunity',
  'unknown-type': 'not read: banner',
  'unknown-field': 'not read: opportunity.internalNotes',
  'extra-locale': 'locale de-DE is none of en, fr, es',
  'optional-dead-link': '“no-such-opportunity”, which is not published in Contentful',
  'link-to-draft': '“zz-not-yet”, which is not published in Contentful',
};

describe.concurrent('a fault that is got over', () => {
  it.each(listed(harmless))('%s', async (fault, says) => {
    const { content, lines, leftOut } = await prepareUnder(fault);
    expect(lines).toContainEqual(expect.stringContaining(says));
    expect(leftOut).toEqual([]);
    expect(content).toEqual(sound.content);
  });
});

/** Faults that cost the first opportunity, with the fields that an editor is told of. */
const costly: Partial<Record<FaultName, string[]>> = {
  // It waits for its organization, so that nothing is to be fixed in it.
  'dead-link': [],
  'unknown-vocabulary': ['taskTypes.0'],
  'wrong-shape': ['organization', 'taskTypes', 'hours.min'],
  'empty-entry': [
    'originalLanguage',
    'updated',
    'status',
    'organization',
    'taskTypes',
    'languages',
    'hours',
    'length',
    'posted',
  ],
};

const first = 'opportunities/caption-harbour-films';

describe.concurrent('a fault that costs an opportunity', () => {
  let without: Content;
  beforeAll(async () => {
    without = await contentWith('without-first', (folder) =>
      changeEntry(folder, first, (entry) => ({ ...entry, status: 'draft' })),
    );
  });

  it.each(listed(costly))('%s', async (fault, fields) => {
    const { content, leftOut } = await prepareUnder(fault);
    const fieldOf = (line: string) => /^Contentful entry caption-harbour-films · (\S+): /.exec(line)?.[1];
    expect(leftOut.map(fieldOf)).toEqual(fields);
    expect(content).toEqual(without);
  });
});

async function removeSpanish(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((name) => name.endsWith('.yml')))
    await changeEntry(folder, file.slice(0, -'.yml'.length), (fields) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'es')),
    );
}

async function leadToWrongTypes(folder: string): Promise<void> {
  for (const name of [first, 'opportunities/proofread-tide-tables'])
    await changeEntry(folder, name, (fields) => ({ ...fields, organization: 'caption-harbour-films' }));
  await changeEntry(folder, 'campaigns/boats-and-beans', (fields) => ({
    ...fields,
    opportunities: ['boats-and-beans', ...(fields['opportunities'] as string[])],
  }));
}

/** Faults that change the site: what somebody would do to the files for the same, and what is left out. */
const changing: Partial<
  Record<FaultName, [change: (folder: string) => Promise<unknown>, leftOut: string[]]>
> = {
  // Nothing hangs.
  'link-cycle': [leadToWrongTypes, ['caption-harbour-films', 'proofread-tide-tables']],
  // What was first written in Spanish goes with it, and what can't do without that.
  'missing-locale': [removeSpanish, ['registrar-frijoles', 'semilla-viva', 'translate-seed-letters']],
  'asset-without-file': [(folder) => rm(`${folder}/media`, { recursive: true }), []],
};

describe.concurrent('a fault that changes the site', () => {
  it.each(listed(changing))('%s', async (fault, [change, expected]) => {
    const { content, leftOut, warnings } = await prepareUnder(fault);
    const ids = new Set(leftOut.map((line) => /^Contentful entry (\S+) · /.exec(line)?.[1] ?? line));
    expect([...ids].toSorted()).toEqual(expected);
    expect(content).toEqual(await contentWith(fault, change));
    const pictures = warnings.filter((line) => line.includes('is the picture'));
    expect(pictures).toHaveLength(fault === 'asset-without-file' ? 2 : 0);
  });
});

it('files that are no entries are named, and the rest is shown', async () => {
  const folder = await copyOfSmallContent('content/slips');
  await writeFile(`${folder}/resources/unclosed.yml`, 'en:\n  title: "Your first caption\n');
  await writeFile(`${folder}/pages/empty.yml`, '');
  await writeFile(`${folder}/pages/notes.txt`, 'Call back');
  await writeFile(`${folder}/stories/a name with spaces.yml`, 'en:\n  title: A\n');
  const { content, leftOut } = await prepareAttempt({ CONTENT_DIR: folder });
  expect(leftOut.map((line) => line.replace(`${folder}/`, '').split(' — ')[0])).toEqual([
    'stories/a name with spaces.yml: has a name that can’t be an id',
    expect.stringMatching(/^resources\/unclosed\.yml: is not valid YAML at line /),
    'pages/empty.yml: holds no fields',
    'pages/notes.txt: is not a .yml file',
  ]);
  expect(content).toEqual(sound.content);
});
