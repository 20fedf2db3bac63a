import { stringify } from 'yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseYaml } from '@/sources/files/parse-yaml';
import { sourceHash } from '@/model/translation-age';
import type { RawFields } from '@/model/types/entry';
import { useEditor } from '../editor.fixture';
import { formatEntryYaml } from '@/sources/files/format-yaml';

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
    const before = parseYaml(formatEntryYaml('opportunity', await fieldsOf(translated))) as RawFields;
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
  it.each<[field: string, change: (fields: RawFields) => RawFields]>([
    ['closes.zone', (fields) => ({ ...fields, closes: { date: '2031-01-01', zone: 'Dakar' } })],
    ['fr.summary', inFrench({ summary: 'x'.repeat(200) })],
    ['applyUrl', (fields) => ({ ...fields, applyUrl: 'examples.org' })],
    ['organization', (fields) => ({ ...fields, organization: 'no-such-one' })],
  ])('refuses a wrong value, and leaves the file as it was: %s', async (field, change) => {
    const before = await read(opportunity);
    const { status, body } = await edit(opportunity, change);
    const found = body.findings?.map(({ place }) => place);
    expect([status, found]).toEqual([422, [field]]);
    expect(await read(opportunity)).toBe(before);
  });

  it('lets a draft be incomplete', async () => {
    const draft = { status: 'draft', originalLanguage: 'fr', fr: { title: 'Brouillon' } };
    expect((await edit(opportunity, () => draft, 'opportunities/brouillon.yml')).status).toBe(200);
    expect(await fieldsOf('opportunities/brouillon.yml')).toMatchObject({ ...draft, updated: today });
    const answer = await edit('opportunities/brouillon.yml', () => ({ ...draft, status: 'open' }));
    expect(answer.status).toBe(422);
  });

  it('saves what leads to a draft, and says that it waits for that one, as a build does', async () => {
    await save('organizations/draft-one.yml', 'en:\n  name: Draft\nstatus: draft\n');
    const before = await read(opportunity);
    const { status, body } = await edit(opportunity, (fields) => ({ ...fields, organization: 'draft-one' }));
    expect([status, body.remarks?.map(({ text }) => text)]).toEqual([
      200,
      [expect.stringContaining('“draft-one”, which is a draft or in review')],
    ]);
    await save(opportunity, before, await read(opportunity));
  });
});

describe('an organization that goes off the site', () => {
  const organization = 'organizations/harbour-school.yml';
  const withdraw = async (isConfirmed?: boolean) => {
    const base = await read(organization);
    const text = stringify({ ...(parseYaml(base) as RawFields), status: 'review' });
    return save(organization, text, base, isConfirmed);
  };

  it('isn’t saved before the editor has read which opportunities go with it', async () => {
    const before = await read(organization);
    const { status, body } = await withdraw();
    expect([status, body.leaving?.map(({ type }) => type)]).toEqual([
      422,
      ['opportunity', 'opportunity', 'opportunity'],
    ]);
    expect(body.leaving?.map(({ title }) => title)).toContain('Caption twelve films about boat building');
    expect(await read(organization)).toBe(before);
  });

  it('is saved once that is confirmed, and asks nothing while it is off', async () => {
    expect((await withdraw(true)).status).toBe(200);
    expect(await fieldsOf(organization)).toMatchObject({ status: 'review' });
    const answer = await edit(organization, (fields) => ({ ...fields, status: 'draft' }));
    expect([answer.status, answer.body.leaving]).toEqual([200, undefined]);
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
