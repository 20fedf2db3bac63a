/** The open data read back by programs that didn't write them. */
import { createHash } from 'node:crypto';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '@scripts/test/random-runs';
import { hostileText } from '@/feeds/feed.fixture';
import { cleanText } from '@/model/characters';
import type { RawEntry } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
import { siteOf } from '@/site/site.fixture';
import type { ChangeRecord } from '@/views/records/change-records';
import { recordsView } from '@/views/records/records';
import type { OpenRecord } from '@/views/records/schemas';
import { createDataFiles, generateEntryFiles } from './data-files';

const siteUrl = new URL('https://example.org/');

const filesOf = (...opportunities: RawEntry[]) => filesWith({}, ...opportunities);

/** The files of a site with these settings and opportunities, by name. */
function filesWith(settings: object, ...opportunities: RawEntry[]): Map<string, string> {
  const raw = [
    rawOrganization('o1', { website: 'https://o1.example' }),
    rawSettings({ contactEmail: 'hello@service.example', sample: true, ...settings }),
    ...opportunities,
  ];
  const view = recordsView(siteOf(raw, { now: Date.parse('2026-11-25T00:00:00Z') }), siteUrl);
  const files = [...createDataFiles(view), ...generateEntryFiles(view)];
  return new Map(files.map(({ path, text }) => [path.replace('/data/v1/', ''), text]));
}

const json = (files: Map<string, string>, name: string): unknown => JSON.parse(files.get(name) ?? '');

const opportunitiesIn = (files: Map<string, string>) =>
  (json(files, 'opportunities.json') as { opportunities: OpenRecord[] }).opportunities;

const isRecord = (name: string) => /^(?:opportunities|organizations)\//.test(name);

const rows = (files: Map<string, string>, name: string) =>
  parse(files.get(name) ?? '', { columns: true, bom: true }) as Record<string, string>[];

/** The faults of the file by its own schema; empty if it is valid. */
function faults(files: Map<string, string>, name: string): unknown[] {
  // Formats say what a text means; the lists' own tests compare the values.
  const ajv = new Ajv2020({ strict: true, validateFormats: false, allErrors: true });
  const validate = ajv.compile(json(files, `schema/${name}.schema.json`) as object);
  validate(json(files, `${name}.json`));
  return validate.errors ?? [];
}

describe('the open data', () => {
  const files = filesOf(
    rawOpportunity('wells', {
      causes: ['water'],
      applyBy: 'email',
      applyEmail: 'ana@o1.example',
      formId: 'xyzw',
    }),
    rawOpportunity('closed', { status: 'closed' }),
    rawOpportunity('over', { closes: { date: '2026-11-01', zone: 'Africa/Dakar' } }),
    rawOpportunity('french', {}, { fr: { title: 'Traduire' } }),
  );

  it('have what one can apply to, in the languages that it is in', () => {
    const records = opportunitiesIn(files);
    expect(records.map(({ id }) => id).toSorted()).toEqual(['french', 'wells']);
    expect(records.find(({ id }) => id === 'wells')).toMatchObject({
      organization: 'o1',
      taskTypes: ['translation'],
      closesAt: '2030-02-01T00:00:00.000Z',
      texts: {
        en: { url: 'https://example.org/en/opportunities/translate-guide-wells/' },
        fr: { title: 'Traduire le guide wells' },
      },
    });
    expect(Object.keys(records.find(({ id }) => id === 'french')?.texts ?? {})).toEqual(['en']);
    const { organizations } = json(files, 'organizations.json') as { organizations: OpenRecord[] };
    expect(organizations).toMatchObject([{ id: 'o1', kind: 'civil', website: 'https://o1.example' }]);
  });

  it('have nobody’s address and no form', () => {
    for (const text of files.values()) expect(text).not.toMatch(/@o1\.example|hello@|xyzw/);
  });

  it.each(['opportunities', 'organizations', 'changes', 'index'])('keep to the schema of %s', (name) => {
    expect(faults(files, name)).toEqual([]);
  });

  it('have a schema that refuses anything else, and says what fields mean', () => {
    const changed = opportunitiesIn(files).map((one) => ({
      ...one,
      places: 'many',
      applyEmail: 'a@b.example',
    }));
    const spoilt = new Map(files).set('opportunities.json', JSON.stringify({ opportunities: changed }));
    expect(faults(spoilt, 'opportunities')).toHaveLength(2 * changed.length);
    const schema = json(files, 'schema/opportunities.schema.json');
    expect(schema).toMatchObject({ $id: 'https://example.org/data/v1/schema/opportunities.schema.json' });
    expect(JSON.stringify(schema)).toContain('How many volunteers are needed.');
    // Python’s `re` knows no such class.
    expect(JSON.stringify(schema)).not.toContain(String.raw`\\p{`);
  });

  it('have the record of each open opportunity and organization by itself', () => {
    expect([...files.keys()].filter(isRecord).toSorted()).toEqual([
      'opportunities/french.json',
      'opportunities/wells.json',
      'organizations/o1.json',
    ]);
    for (const record of opportunitiesIn(files))
      expect(json(files, `opportunities/${record.id}.json`)).toEqual(record);
  });

  it('say what was opened, changed and closed, the newest first', () => {
    const { changes } = json(files, 'changes.json') as { changes: ChangeRecord[] };
    const told = changes.map(({ day, change, id, status }) => [day, change, id, status].join(' '));
    expect(told).toEqual([
      '2026-11-01 closed over closed',
      '2026-01-02 closed closed closed',
      '2026-01-02 changed french open',
      '2026-01-02 changed over closed',
      '2026-01-02 changed wells open',
      '2026-01-01 opened closed closed',
      '2026-01-01 opened french open',
      '2026-01-01 opened over closed',
      '2026-01-01 opened wells open',
    ]);
    expect(rows(files, 'changes.csv')).toHaveLength(changes.length);
  });

  it('are the same as a table', () => {
    const row = rows(files, 'opportunities.csv').find(({ id }) => id === 'wells');
    expect(row).toMatchObject({
      languages: 'fr:good:required',
      'hours.min': '2',
      'texts.fr.title': 'Traduire le guide wells',
      groupsWelcome: 'false',
    });
    expect(rows(files, 'organizations.csv')).toHaveLength(1);
  });

  it('have the same columns in the same order, whatever occurs', () => {
    const header = (from: Map<string, string>, name: string) => from.get(name)?.split('\r\n')[0] ?? '';
    const other = filesOf(rawOpportunity('wells', { closes: undefined, reviewBy: '2030-01-01' }));
    for (const name of ['opportunities.csv', 'organizations.csv', 'changes.csv']) {
      expect(header(other, name)).toBe(header(files, name));
      expect(header(files, name)).toMatch(/^\uFEFF(?:id|day),/);
    }
    expect(header(filesOf(), 'opportunities.csv')).toBe(header(files, 'opportunities.csv'));
    // Languages, times and windows that no record has.
    for (const column of ['texts.es.title', 'closes.zone', 'timeZoneWindow.from', 'reviewBy', 'length.weeks'])
      expect(header(files, 'opportunities.csv').split(',')).toContain(column);
  });

  it('have the licence of the settings, where there is one', () => {
    expect(files.get('LICENSE.txt')).toMatch(/^Creative Commons Attribution 4\.0 .*\nhttps:\/\//);
    const dataLicence = {
      name: 'Open Database License 1.0',
      url: 'https://opendatacommons.org/licenses/odbl/',
    };
    const own = filesWith({ dataLicence });
    expect(own.get('LICENSE.txt')).toBe(
      `${dataLicence.name}\n${dataLicence.url}\n\nThe data of this site:\nhttps://example.org/\n`,
    );
    expect(json(own, 'index.json')).toMatchObject({ license: dataLicence });
    expect(faults(own, 'index')).toEqual([]);
  });

  it('say what they are, with sums that are right', () => {
    const index = json(files, 'index.json') as { files: { file: string; bytes: number; sha256: string }[] };
    expect(index).toMatchObject({
      version: 1,
      updated: '2026-01-02',
      sample: true,
      license: { id: 'CC-BY-4.0' },
      lists: [
        { name: 'opportunities', records: 2, csv: 'https://example.org/data/v1/opportunities.csv' },
        { name: 'organizations', records: 1 },
        { name: 'changes', records: 9 },
      ],
    });
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
    const others = [...files].filter(([name]) => name !== 'SHA256SUMS' && !isRecord(name));
    expect(files.get('SHA256SUMS')).toBe(others.map(([name, text]) => `${sha256(text)}  ${name}\n`).join(''));
    for (const { file, ...said } of index.files) {
      const text = files.get(file) ?? '';
      expect(said, file).toMatchObject({ bytes: Buffer.byteLength(text), sha256: sha256(text) });
    }
  });

  it('stay data, and texts stay text, whatever they hold', () => {
    const texts = rawOpportunity('x').locales.en;
    const formula = fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("https://x.example")');
    fc.assert(
      fc.property(fc.oneof(hostileText, formula), (text) => {
        const title = `${/^[=+@-]/.test(text) ? '' : 'x'}${text}`.slice(0, 100).toWellFormed();
        const hostile = filesOf(rawOpportunity('wells', {}, { en: { ...texts, title } }));
        const shown = opportunitiesIn(hostile)[0]?.texts.en?.title ?? '';
        expect(faults(hostile, 'opportunities')).toEqual([]);
        expect(shown).toBe(cleanText(title, true).text);
        const cell = rows(hostile, 'opportunities.csv')[0]?.['texts.en.title'] ?? '';
        expect(cell.replace(/^'(?=[=+\-@])/, '')).toBe(shown);
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: randomRuns(50) },
    );
  });
});
