import { stringify } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseYaml } from '@/sources/files/parse-yaml';
import { sourceHash } from '@/model/translation-age';
import type { RawFields } from '@/model/types/entry';
import { useEditor } from '../editor.fixture';
import { writeFields } from './format';

const today = '2026-11-28';
const { read, save } = useEditor({ now: () => Date.parse(today) });

const opportunity = 'opportunities/relire-carnets.yml';

/** Saves an entry with some fields replaced, as the page does. */
async function edit(name: string, change: (fields: RawFields) => RawFields, where = name) {
  const base = await read(name);
  const text = stringify(change(parseYaml(base) as RawFields));
  return save(where, text, where === name ? base : null);
}

const fieldsOf = async (name: string) => parseYaml(await read(name)) as RawFields;

const inFrench = (texts: RawFields) => (fields: RawFields) => ({
  ...fields,
  fr: { ...(fields['fr'] as RawFields), ...texts },
});

const problemsOf = async (answer: ReturnType<typeof edit>) => {
  const { status, body } = await answer;
  return [
    status,
    (body.problems ?? []).map(({ locale, field }) => [locale, field].filter(Boolean).join('.')),
  ];
};

describe('a save', () => {
  let updated: unknown;
  beforeAll(async () => {
    updated = (await fieldsOf(opportunity))['updated'];
  });

  it('without a change leaves the file as it was, whatever day the form has', async () => {
    const before = await read(opportunity);
    const answer = await edit(opportunity, (fields) => ({
      ...fields,
      updated: '2031-01-01',
      provenance: {},
    }));
    expect([answer.status, await read(opportunity)]).toEqual([200, before]);
    expect(updated).not.toBe(today);
  });

  it('with a change has its day, and what a changed translation was translated from', async () => {
    const translated = 'opportunities/proofread-tide-tables.yml';
    const before = parseYaml(writeFields('opportunity', await fieldsOf(translated))) as RawFields;
    await edit(translated, inFrench({ title: 'Relire douze carnets' }));
    const { title } = before['en'] as { title: string };
    expect(await fieldsOf(translated)).toEqual({
      ...before,
      fr: { title: 'Relire douze carnets' },
      updated: today,
      provenance: { translatedFrom: { fr: { title: sourceHash(title) } } },
    });
  });
});

describe('what the model finds', () => {
  it('refuses a zone that is none, and leaves the file as it was', async () => {
    const before = await read(opportunity);
    const closes = { date: '2031-01-01', zone: 'Dakar' };
    expect(await problemsOf(edit(opportunity, (fields) => ({ ...fields, closes })))).toEqual([
      422,
      ['closes.zone'],
    ]);
    expect(await read(opportunity)).toBe(before);
  });

  it('refuses texts that a build would leave out, in whichever language', async () => {
    expect(await problemsOf(edit(opportunity, inFrench({ summary: 'x'.repeat(200) })))).toEqual([
      422,
      ['fr.summary'],
    ]);
    const applyUrl = 'examples.org';
    expect(await problemsOf(edit(opportunity, (fields) => ({ ...fields, applyUrl })))).toEqual([
      422,
      ['applyUrl'],
    ]);
  });

  it('lets a draft be incomplete', async () => {
    const draft = { status: 'draft', originalLanguage: 'fr', fr: { title: 'Brouillon' } };
    expect((await edit(opportunity, () => draft, 'opportunities/brouillon.yml')).status).toBe(200);
    expect(await fieldsOf('opportunities/brouillon.yml')).toMatchObject({ ...draft, updated: today });
    const answer = await edit('opportunities/brouillon.yml', () => ({ ...draft, status: 'open' }));
    expect(answer.status).toBe(422);
  });

  it('refuses what leads to an entry that is not on the site, or not there', async () => {
    for (const organization of ['no-such-one', 'draft-one']) {
      await save('organizations/draft-one.yml', 'en:\n  name: Draft\nstatus: draft\n');
      expect(await problemsOf(edit(opportunity, (fields) => ({ ...fields, organization })))).toEqual([
        422,
        ['organization'],
      ]);
    }
  });

  it('saves with remarks what could be better', async () => {
    const answer = await edit(opportunity, (fields) => ({
      ...fields,
      closes: undefined,
      reviewBy: undefined,
    }));
    expect([answer.status, answer.body.remarks?.map(({ field }) => field)]).toEqual([200, ['reviewBy']]);
  });
});

it('a copy has its own history', async () => {
  await edit(
    opportunity,
    (fields) => ({ ...fields, provenance: { importedFrom: { source: 'a', row: '1', date: today } } }),
    'opportunities/copy.yml',
  );
  expect(JSON.stringify(await fieldsOf('opportunities/copy.yml'))).not.toContain('importedFrom');
});
