/** A field that is only described and has its texts for editors, nowhere else mentioned, and where it then is. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { translator } from '@/i18n/translate';
import english from '@/i18n/editor/fields.en.json' with { type: 'json' };
import type * as opportunityModule from '@/model/types/opportunity';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';

const t = translator('en');

/** Everything that is derived from the model, read again after a field has been added to its description. */
const readProject = async () => ({
  ...(await import('@/pipeline/check/accept')),
  ...(await import('@/site/site')),
  ...(await import('@/views/records/records')),
  ...(await import('@/views/records/schemas')),
  ...(await import('@/search/index/documents')),
  ...(await import('@/sources/contentful/model/editor-interfaces')),
  ...(await import('@scripts/forms/describe/describe-forms')),
  ...(await import('@scripts/cms/import/table/match-columns')),
  ...(await import('@scripts/cms/import/table/column-map')),
  ...(await import('@/applications/messages/message-form')),
  ...(await import('@scripts/cms/import/read-submission')),
  ...(await import('@scripts/docs/model-reference')),
});

let project: Awaited<ReturnType<typeof readProject>>;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock('@/i18n/editor/fields.en.json', () => ({
    default: {
      ...english,
      'opportunity.tools.label': 'Tools',
      'opportunity.tools.help': 'Programs that the work is done with.',
      'opportunity.trips.label': 'Trips',
      'opportunity.trips.help': 'How often volunteers have to travel.',
      'opportunity.vetted.label': 'Vetted',
      'opportunity.vetted.help': 'The day of the check.',
    },
  }));
  vi.doMock('@/model/types/opportunity', async (importOriginal) => {
    const original = await importOriginal<typeof opportunityModule>();
    const f = await import('@/model/fields/fields');
    const { defineType } = await import('@/model/fields/define');
    const { opportunityType } = original;
    const everywhere = { tab: 'who', public: true, searched: true, asked: true } as const;
    return {
      ...original,
      opportunityType: defineType({
        ...opportunityType,
        localized: opportunityType.localized.extend({
          tools: f.text(80, everywhere).optional(),
        }),
        shared: opportunityType.shared.extend({
          trips: f.integer(0, 9, everywhere).optional(),
          vetted: f.date({ importable: false }).optional(),
        }),
      }),
    };
  });
  project = await readProject();
});

afterAll(() => {
  vi.doUnmock('@/model/types/opportunity');
  vi.doUnmock('@/i18n/editor/fields.en.json');
  vi.resetModules();
});

/** A site with an opportunity that has the new fields. */
function siteWith(shared: object, texts: object) {
  const opportunity = rawOpportunity('wells', { ...shared });
  const en = { ...opportunity.locales.en, ...texts };
  const raw = [rawOrganization('o1'), rawSettings(), { ...opportunity, locales: { en } }];
  const accepted = project.acceptEntries(raw, []);
  const site = project.buildSite({
    locales: ['en'],
    fallbacks: {},
    entries: accepted.entries,
    pictures: {},
    now: Date.parse('2026-11-25T00:00:00Z'),
  });
  return { accepted, site };
}

const filled = () => siteWith({ trips: 7 }, { tools: 'Blender' }).site;
const opportunityIn = (site: ReturnType<typeof filled>) => site.byLocale.get('en')?.opportunities ?? [];

describe('a field that is added to the description of a type', () => {
  it('is validated', () => {
    expect(opportunityIn(filled())).toHaveLength(1);
    expect(opportunityIn(siteWith({ trips: 'often' }, {}).site)).toHaveLength(0);
    expect(opportunityIn(siteWith({}, { tools: 'x'.repeat(81) }).site)).toHaveLength(0);
  });

  it('is in the open data and their schema', () => {
    const site = filled();
    const [record] = project.recordsView(site, new URL('https://site.example/')).opportunities;
    expect(record).toMatchObject({ trips: 7, texts: { en: { tools: 'Blender' } } });
    expect(project.opportunityRecord.shape).toHaveProperty('trips');
    expect(project.opportunityRecord.shape).not.toHaveProperty('vetted');
  });

  it('is found by the search', () => {
    const [view] = opportunityIn(filled());
    const document = view && project.opportunityDocument(view, t);
    expect(document?.content).toContain('Blender');
    expect(document?.meta.words).toMatch(/, 7$/);
  });

  it('is in the forms of both editors, in its tab', () => {
    const tab = project
      .buildEditorInterface('opportunity')
      .editorLayout.find(({ groupId }) => groupId === 'who');
    expect(tab?.items.map(({ fieldId }) => fieldId)).toEqual(expect.arrayContaining(['tools', 'trips']));
    const what = project.buildEditorInterface('opportunity').editorLayout[0];
    expect(what?.items.map(({ fieldId }) => fieldId)).toContain('vetted');
    const { fields } = project.describeForms('en', '2026-11-25').types.opportunity;
    expect(fields.find(({ name }) => name === 'trips')?.tab).toBe('who');
  });

  it('is a column of a sheet, unless only editors say it', () => {
    const columns = project.matchColumns(
      ['Trips', 'tools (en)', 'Vetted'],
      'opportunity',
      project.emptyColumnMap,
    );
    expect([...columns.targets.values()].flat().map(({ field }) => field.path)).toEqual(['trips', 'tools']);
    expect(columns).toMatchObject({ unknown: [], withheld: ['Vetted'] });
  });

  it('is asked by the form for proposals, and its answer is imported', () => {
    const questions = project.messageFormSections(t, 'propose').flatMap(({ fields }) => fields);
    expect(questions.filter(({ name }) => ['tools', 'trips'].includes(name))).toMatchObject([
      { name: 'tools', label: 'Tools', kind: 'line', max: 80, required: false },
      { name: 'trips', label: 'Trips', kind: 'line', required: false },
    ]);
    expect(
      project.readSubmission({ purpose: 'propose', trips: '2', tools: 'Blender', email: 'a@b.example' }),
    ).toEqual({ trips: '2', tools: 'Blender' });
  });

  it('is in the reference of all fields', () => {
    expect(project.renderModel()).toMatch(/\| `trips` .*How often volunteers have to travel\./);
  });
});
