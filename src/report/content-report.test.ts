import { editorTranslator } from '@/i18n/editor';
import { locales, type Locale } from '@/i18n/locales';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countTextWords } from './coverage';
import type { FileHref } from './page/page-parts';
import { renderReportPage } from './page/report-page';
import type { Entry } from '@/model/types/types';
import type { PreparedContent } from '@/site/prepare/prepare';
import type { UrgentTask } from './urgent';
import { buildContentReport, type ContentReport, type PublishVerdict } from './content-report';
import { createFlawedContent, type FlawedContent } from './flawed-content.fixture';

const editor = 'http://localhost:4321/admin/';

let made: FlawedContent;
let report: ContentReport;
let page: string;

const make = (
  content = made.prepared,
  verdict: PublishVerdict = { outcome: 'published' },
  before = made.before,
) => buildContentReport(content, { verdict, before, editor });

const renderPage = (shown: ContentReport, fileHref: FileHref = () => undefined, locale: Locale = 'en') =>
  renderReportPage(shown, { locale, fileHref, languageHref: (other) => `report.${other}.html` }).replaceAll(
    /\s+/g,
    ' ',
  );

beforeAll(async () => {
  made = await createFlawedContent();
  report = make();
  page = renderPage(report, (where) => `../../${where}`);
});

afterAll(() => made.remove());

/** The content with other fields of one entry. */
const changing = (id: string, change: (entry: Entry) => object): PreparedContent => {
  const { prepared } = made;
  const entries = prepared.content.entries.map((entry) =>
    entry.id === id ? ({ ...entry, ...change(entry) } as Entry) : entry,
  );
  return { ...prepared, content: { ...prepared.content, entries } };
};

/** The entries with something of a kind to do. */
const urgent = (kind: UrgentTask['kind'], { urgent: all } = report) =>
  all.filter(({ tasks }) => tasks.some((task) => task.kind === kind));

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

describe('the content report', () => {
  it('names what is left out, why, and where it is edited', () => {
    expect(urgent('left-out')).toMatchObject([
      {
        id: 'relire-carnets',
        edit: `${editor}#/opportunity/relire-carnets`,
        isLocal: true,
        tasks: [
          {
            remarks: [{ code: 'field-missing', locale: 'fr', field: 'title', message: 'is missing' }],
          },
        ],
      },
    ]);
    expect(page).toContain('href="http://localhost:4321/admin/#/opportunity/relire-carnets"');
    expect(page).toContain('Title (Français) is missing. Fill it in.');
  });

  it('names one with a day that doesn’t exist', () => {
    const leftOut = made.prepared.leftOut.map((entry) => ({
      ...entry,
      shared: { ...entry.shared, updated: '2026-99-99' },
    }));
    expect(renderPage(make({ ...made.prepared, leftOut }))).toContain('relire-carnets');
  });

  it('names what is off the site with an entry that it needs, apart from what is to be fixed', () => {
    const waits = {
      code: 'link-dead',
      severity: 'waits',
      type: 'opportunity',
      id: 'registrar-frijoles',
      where: 'opportunities/registrar-frijoles.yml',
      field: 'organization',
      message: 'leads to the organization “semilla-viva”, which is a draft or in review',
      hint: 'It’s shown again with that entry. To show it before, choose another.',
    } as const;
    const { content, problems } = made.prepared;
    const entries = content.entries.filter(({ id }) => id !== waits.id);
    const found = make({
      ...made.prepared,
      content: { ...content, entries },
      problems: [...problems, waits],
    });
    expect(ids(found.waiting)).toEqual([waits.id]);
    expect(ids(urgent('left-out', found))).toEqual(['relire-carnets']);
    const shown = renderPage(found, undefined, 'fr');
    expect(shown).toContain('Hors du site avec une autre fiche');
    expect(shown).toContain('mène à « semilla-viva », qui est en brouillon ou en relecture');
  });

  it('has what the dates ask for', () => {
    expect(page).toContain('Closes at the end of 27 November 2026 (Africa/Dakar).');
  });

  it.each([{ lastVerified: '2026-11-11' }, { status: 'filled' }])(
    'doesn’t ask about what closed, with %j',
    (fields) => {
      const changed = changing('proofread-tide-tables', ({ shared }) => ({
        shared: { ...shared, ...fields },
      }));
      expect(urgent('unanswered', make(changed))).toEqual([]);
    },
  );

  it('tells dead links and pictures without a description apart from other warnings', () => {
    expect(ids(urgent('links'))).toContain('nora-captions');
    expect(report.pictures).toMatchObject([{ id: 'harbour-school', remarks: [{ code: 'alt-missing' }] }]);
    const codes = report.warnings.flatMap(({ remarks }) => remarks.map(({ code }) => code));
    expect(codes).not.toContain('alt-missing');
    expect(codes).not.toContain('text-link-dead');
  });

  it('counts what is there in each language, and what is to be translated', () => {
    expect(report.coverage.map(({ locale }) => locale)).toEqual(['en', 'fr', 'es']);
    for (const { entries, complete, untranslated } of report.coverage) {
      expect(entries - complete).toBeGreaterThanOrEqual(untranslated.length);
      expect(untranslated.every(({ words }) => words > 0)).toBe(true);
    }
  });

  it('says what a build failed for', () => {
    const refused = make(made.prepared, { outcome: 'refused', reason: 'Too <much> is left out.' });
    const told = renderPage(refused);
    expect(told).toContain('<strong>Not published on 25 November 2026, 12:00 UTC');
    expect(told).toContain('Too &lt;much&gt; is left out.');
    expect(told).toContain('Last published on 24 November 2026, 12:00 UTC.');
    // Where files can’t be opened, their paths are words.
    expect(told).not.toContain('href="../../');
  });

  it('shows what a publish warns of', () => {
    expect(renderPage({ ...report, notices: ['Look at the disk.'] })).toContain(
      '<p class="notice"><span lang="en">Look at the disk.</span></p>',
    );
  });

  it('lists what needs a person by urgency and date, an entry once', () => {
    expect(
      report.urgent.map(({ id, tasks }) => [id, ...tasks.map(({ kind, day }) => `${kind} ${day}`)]),
    ).toEqual([
      ['relire-carnets', 'left-out 2026-10-04'],
      ['caption-harbour-films', 'closing 2026-11-27'],
      ['registrar-frijoles', 'review 2026-11-24'],
      ['proofread-tide-tables', 'unanswered 2026-11-10'],
      ['site', 'links 2026-10-01'],
      ['nora-captions', 'links 2026-10-01'],
    ]);
  });

  it('names what needs nothing in one line, and has no section for it', () => {
    const content = { ...made.prepared.content, entries: [] };
    const calm = make({ ...made.prepared, problems: [], content, heldBack: [] });
    const shown = renderPage(calm);
    expect(shown).toContain('Nothing needs your attention now.');
    expect(shown).toContain('Nothing to report: Not on the site, Closing this week, Review overdue');
    expect([...shown.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'urgent',
      'languages',
    ]);
  });

  it.each(locales)('is in the editor’s language (%s)', (locale) => {
    const shown = renderPage(report, undefined, locale);
    expect(shown).toContain(`<html lang="${locale}"`);
    const t = editorTranslator(locale);
    for (const { message, hint } of report.problems)
      for (const text of [message, hint]) if (locale !== 'en') expect(t.filled(text), text).not.toBe(text);
    expect([...shown.matchAll(/href="(report\.\w+\.html)"/g)].map(([, href]) => href)).toEqual(
      locales.map((other) => `report.${other}.html`),
    );
  });
});

it.each([
  ['L’eau potable, 24 h sur 24.', 6],
  ['A well-known story — **told** again', 5],
  ['… — !', 0],
])('“%s” has %i words', (text, count) => {
  expect(countTextWords(text)).toBe(count);
});
