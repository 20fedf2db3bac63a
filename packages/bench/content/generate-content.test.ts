import { locales } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { causes } from '@/model/vocabularies/causes';
import { opportunityStatuses, organizationKinds } from '@/model/vocabularies/kinds';
import { sdgs } from '@/model/vocabularies/sdgs';
import { taskTypes } from '@/model/vocabularies/task-types';
import { acceptEntries } from '@/pipeline/check/accept';
import { picturesOf } from '@/model/fields/walk';
import { createFilesSource } from '@/sources/files/files-source';
import type { SourceContent } from '@/sources/source';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@scripts/test/temporary-folder';
import { generateContent, generateEntries, createSetting, formatYaml } from './generate-content';
import { bodyWords } from './opportunity-texts';
import { countPhraseWords } from './phrase';

const size = 120;

const folder = temporaryFolder('all');
let pulled: SourceContent;
let opportunities: readonly RawEntry[] = [];

beforeAll(async () => {
  await generateContent(folder.at(), { opportunities: size }, () => undefined);
  pulled = await createFilesSource(folder.at()).read(() => undefined);
  opportunities = pulled.entries.filter(({ type }) => type === 'opportunity');
});

const bodyFields = ['task', 'deliverable', 'impact', 'requirements', 'learning', 'accessibility'];

/** Every value of a list field in the opportunities. */
function valuesOf(field: string): Set<unknown> {
  return new Set(opportunities.flatMap(({ shared }) => shared[field] ?? []));
}

describe('generateContent', () => {
  it('makes entries that the model accepts, without a problem or a warning', () => {
    const { problems, counts } = acceptEntries(pulled.entries, pulled.problems);
    expect(problems).toEqual([]);
    expect(counts.opportunity.read).toBe(size);
    expect(counts.organization.shown).toBe(size / 6);
    expect(pulled.locales).toEqual(['en', 'fr', 'es']);
  });

  it('has a picture for every logo', () => {
    const wanted = pulled.entries.flatMap(picturesOf);
    expect(wanted.length).toBe(size / 12);
    expect(wanted.filter((id) => !pulled.assets.has(id))).toEqual([]);
  });

  it('uses every task type, cause, goal, status and kind', () => {
    expect(valuesOf('taskTypes')).toEqual(new Set(taskTypes));
    expect(valuesOf('causes')).toEqual(new Set(causes));
    expect(valuesOf('sdgs')).toEqual(new Set(sdgs));
    expect(valuesOf('status')).toEqual(new Set(opportunityStatuses));
    expect(valuesOf('originalLanguage')).toEqual(new Set(locales));
    const kinds = pulled.entries
      .filter(({ type }) => type === 'organization')
      .map(({ shared }) => shared['kind']);
    expect(new Set(kinds)).toEqual(new Set(organizationKinds));
  });

  it.each(locales)('writes bodies of 120 to 200 words in %s', (locale) => {
    const bodies = opportunities.map(({ locales: texts }) =>
      bodyFields.map((field) => texts[locale]?.[field] ?? '').join(' '),
    );
    for (const body of bodies) {
      expect(countPhraseWords(body)).toBeGreaterThanOrEqual(bodyWords.fewest);
      expect(countPhraseWords(body)).toBeLessThanOrEqual(bodyWords.most);
    }
  });

  it('writes the same files again, and others for another seed', async () => {
    const textsOf = (seed?: number) =>
      [...generateEntries(createSetting({ opportunities: 20, ...(seed === undefined ? {} : { seed }) }))].map(
        formatYaml,
      );
    expect(textsOf()).toEqual(textsOf());
    expect(textsOf(1)).not.toEqual(textsOf());
    const [first] = [...generateEntries(createSetting({ opportunities: size }))].filter(
      ({ folder }) => folder === 'opportunities',
    );
    const file = folder.read('opportunities/opportunity-00001.yml');
    expect(first && formatYaml(first)).toBe(file);
  });
});
