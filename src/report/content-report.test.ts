import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countTextWords } from './coverage';
import { renderReportPage } from './report-page';
import { recordPublish } from './publish-record';
import { buildContentReport, type ContentReport, type PublishVerdict } from './content-report';
import { reportInstant, createFlawedContent, type FlawedContent } from './flawed-content.fixture';

const editor = 'http://localhost:4321/admin/';

let made: FlawedContent;
let report: ContentReport;
let page: string;

const make = (
  content = made.prepared,
  verdict: PublishVerdict = { outcome: 'published' },
  before = made.before,
) => buildContentReport(content, { verdict, before, editor });

beforeAll(async () => {
  made = await createFlawedContent();
  report = make();
  page = renderReportPage(report, { fileHref: (where) => `../../${where}` });
});

afterAll(() => made.remove());

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the content report', () => {
  it('names what is left out, why, and where it is edited', () => {
    expect(report.leftOut).toMatchObject([
      {
        id: 'relire-carnets',
        edit: `${editor}#/collections/opportunity/entries/relire-carnets`,
        isLocal: true,
        remarks: [{ code: 'field-missing', field: 'fr.title', message: 'is missing', hint: 'Fill it in.' }],
      },
    ]);
    expect(page).toContain(
      'href="http://localhost:4321/admin/#/collections/opportunity/entries/relire-carnets"',
    );
    expect(page).toContain('<code>fr.title</code> is missing.');
  });

  it('has what the dates ask for', () => {
    const { closingSoon, closedUnverified, reviewOverdue } = report.deadlines;
    expect(ids(closingSoon)).toEqual(['caption-harbour-films']);
    expect(ids(closedUnverified)).toEqual(['proofread-tide-tables']);
    expect(ids(reviewOverdue)).toEqual(['registrar-frijoles']);
    expect(page).toContain('Closes at the end of 27\u00a0November 2026 (Africa/Dakar).');
  });

  it('doesn’t ask about what was verified after it closed, or is said to be filled', () => {
    const content = made.prepared;
    const closed = (shared: object) => ({
      ...content,
      content: {
        ...content.content,
        entries: content.content.entries.map((entry) =>
          entry.id === 'proofread-tide-tables'
            ? ({ ...entry, shared: { ...entry.shared, ...shared } } as typeof entry)
            : entry,
        ),
      },
    });
    expect(make(closed({ lastVerified: '2026-11-11' })).deadlines.closedUnverified).toEqual([]);
    expect(make(closed({ status: 'filled' })).deadlines.closedUnverified).toEqual([]);
  });

  it('tells dead links and pictures without a description apart from other warnings', () => {
    expect(ids(report.deadLinks)).toContain('nora-captions');
    expect(report.pictures).toMatchObject([{ id: 'harbour-school', remarks: [{ code: 'alt-missing' }] }]);
    const codes = report.warnings.flatMap(({ remarks }) => remarks.map(({ code }) => code));
    expect(codes).not.toContain('alt-missing');
    expect(codes).not.toContain('text-link-dead');
  });

  it('lists titles and summaries that search results cut off, and counts opportunities that are no jobs', () => {
    const { prepared } = made;
    const [title, summary] = ['Traduire '.repeat(8).trim(), 'Trop court.'];
    const entries = prepared.content.entries.map((entry) =>
      entry.id === 'caption-harbour-films'
        ? ({ ...entry, locales: { fr: { ...entry.locales.en, title, summary } } } as typeof entry)
        : entry,
    );
    const changed = make({ ...prepared, content: { ...prepared.content, entries } });
    const { longTitles, shortSummaries, open, withoutCountries } = changed.searchListing;
    expect(longTitles).toMatchObject([
      { id: 'caption-harbour-films', locale: 'fr', text: title, length: 71 },
      ...report.searchListing.longTitles,
    ]);
    expect(shortSummaries).toMatchObject([
      { locale: 'fr', length: 11 },
      ...report.searchListing.shortSummaries,
    ]);
    expect(withoutCountries).toBe(open);
    expect(open).toBeGreaterThan(0);
    const shown = renderReportPage(changed, { fileHref: () => undefined }).replaceAll(/\s+/g, ' ');
    expect(shown).toContain(`French, 71 characters: <span lang="fr">${title}</span>`);
    expect(shown).toContain(`${open} of ${open} open opportunit`);
  });

  it('counts what is there in each language, and what is to be translated', () => {
    expect(report.coverage.map(({ locale }) => locale)).toEqual(['en', 'fr', 'es']);
    for (const { entries, complete, untranslated, types } of report.coverage) {
      expect(entries).toBe(report.coverage[0]?.entries);
      const lacking = types.some(({ type }) => type === 'synonyms') ? untranslated.length : 0;
      expect(entries - complete).toBeGreaterThanOrEqual(lacking);
      expect(untranslated.every(({ words }) => words > 0)).toBe(true);
    }
  });

  it('says in words what changed since the publish before', () => {
    const wordsOf = (id: string) =>
      [...(report.changes?.changed ?? []), ...(report.changes?.gone ?? [])].find((one) => one.id === id)
        ?.words;
    expect(wordsOf('nora-captions')).toEqual(['“Story” in English']);
    expect(wordsOf('proofread-tide-tables')?.[0]).toBe('closed at the end of its last day');
    expect(wordsOf('caption-harbour-films')?.find((word) => word.startsWith('closes'))).toMatch(
      /^closes: .* → 27\u00a0November 2026$/,
    );
    expect(wordsOf('relire-carnets')).toEqual(['left out, since something is wrong with it']);
    expect(wordsOf('first-caption')).toEqual(['a draft or in review now']);
    expect(wordsOf('boats-and-beans')).toEqual(['no longer in the source']);
    expect(report.changes?.added).toEqual([]);
  });

  it('says of a language that came or went as a whole that it did', () => {
    const now = made.prepared;
    const [entry] = now.content.entries.filter(({ id }) => id === 'semilla-viva');
    expect(entry).toBeDefined();
    if (!entry) return;
    const without = { ...entry, locales: { es: entry.locales.es } } as typeof entry;
    const told = (old: typeof entry, own: typeof entry) =>
      buildContentReport(
        { ...now, content: { ...now.content, entries: [own] }, written: [own] },
        { verdict: { outcome: 'looked' }, before: recordPublish([old], now.source, reportInstant), editor },
      ).changes?.changed[0]?.words;
    expect(told(without, entry)).toContain('the English text is new');
    expect(told(entry, without)).toContain('the English text is gone');
    expect(told(entry, entry)).toBeUndefined();
  });

  it('compares with the same source alone', () => {
    const other = { ...made.before, source: 'files in elsewhere' };
    expect(make(made.prepared, { outcome: 'published' }, other).changes).toBeUndefined();
  });

  it('says what a build failed for', () => {
    const refused = make(made.prepared, { outcome: 'refused', reason: 'Too <much> is left out.' });
    const told = renderReportPage(refused, { fileHref: () => undefined });
    expect(told).toContain('<strong>Not published</strong>');
    expect(told).toContain('Too &lt;much&gt; is left out.');
    // Where files can’t be opened, their paths are words.
    expect(told).not.toContain('href="../../');
  });

  it('is the same for the same content and instant', () => {
    expect(make()).toEqual(report);
  });
});

it('counts words as readers do', () => {
  expect(countTextWords('L’eau potable, 24 h sur 24.')).toBe(6);
  expect(countTextWords('A well-known story — **told** again')).toBe(5);
  expect(countTextWords('… — !')).toBe(0);
});
