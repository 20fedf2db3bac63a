/** The small content with flaws, so that every part of the report has something to show. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { readConfig } from '@/config/config';
import {
  assembleContent,
  gatherContent,
  withoutPictures,
  type PreparedContent,
} from '@/site/prepare/prepare';

const small = path.join(import.meta.dirname, '../../tests/small-content');

/** The instant of the report. */
const reportInstant = Date.parse('2026-11-25T12:00:00Z');

type Fields = Record<string, unknown>;

export interface FlawedContent {
  /** The publish of the day before. */
  readonly before: { readonly source: string; readonly now: number };
  /** The content with the flaws. */
  readonly prepared: PreparedContent;
  readonly remove: () => Promise<void>;
}

const inLanguage = (fields: Fields, locale: string, texts: Fields): Fields => ({
  ...fields,
  [locale]: { ...(fields[locale] as Fields), ...texts },
});

/** Creates the content in a temporary folder, which the caller removes. */
export async function createFlawedContent(): Promise<FlawedContent> {
  const folder = await mkdtemp(path.join(tmpdir(), 'report-'));
  const change = async (name: string, to: (fields: Fields) => Fields) => {
    const file = path.join(folder, `${name}.yml`);
    await writeFile(file, stringify(to(parse(await readFile(file, 'utf8')) as Fields)));
  };
  const read = async (): Promise<PreparedContent> => {
    const env = { CONTENT_DIR: folder, SITE_NOW: new Date(reportInstant).toISOString() };
    const gathered = await gatherContent(readConfig(env), () => undefined);
    return assembleContent(gathered, withoutPictures(gathered));
  };
  await cp(small, folder, { recursive: true });

  // One closes in two days; one closed two weeks ago and isn't verified; one is open-ended with a review overdue.
  await change('opportunities/caption-harbour-films', (fields) => ({
    ...fields,
    posted: '2026-10-01',
    closes: { date: '2026-11-27', zone: 'Africa/Dakar' },
  }));
  await change('opportunities/proofread-tide-tables', (fields) => ({
    ...fields,
    lastVerified: undefined,
    posted: '2026-10-01',
    status: 'open',
    closes: { date: '2026-11-10', zone: 'UTC' },
  }));
  await change('opportunities/registrar-frijoles', (fields) => ({
    ...fields,
    closes: undefined,
    status: 'open',
    reviewBy: '2026-11-24',
  }));
  // One lacks its title in the original language; one is a draft again; one is deleted.
  await change('opportunities/relire-carnets', (fields) =>
    inLanguage(fields, String(fields['originalLanguage']), { title: '' }),
  );
  await change('resources/first-caption', (fields) => ({ ...fields, status: 'draft' }));
  await rm(path.join(folder, 'campaigns/boats-and-beans.yml'));
  await change('stories/nora-captions', (fields) =>
    inLanguage(fields, 'en', { body: 'See [the list](/en/nowhere/).' }),
  );
  await change('organizations/harbour-school', (fields) => {
    const original = String(fields['originalLanguage']);
    return inLanguage(fields, original, { logoAlt: '' });
  });
  const prepared = await read();
  const before = { source: prepared.source, now: reportInstant - 86_400_000 };
  return { before, prepared, remove: () => rm(folder, { recursive: true, force: true }) };
}
