import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem } from '@/model/problems';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples/samples';
import type { RawEntry } from '@/model/types/entry';
import type { SourceContent } from '@/sources/source';
import { rememberLastGood } from './last-good';

const organization = rawOrganization('o1');
const settings = rawSettings();
const right = rawOpportunity('a');
const broken = rawOpportunity('a', { closes: { date: '2031-01-01', zone: 'Dakar' } });

const pulled = (entries: readonly RawEntry[], problems: readonly Problem[] = []): SourceContent => ({
  entries,
  problems,
  assets: new Map(),
  locales: ['en', 'fr', 'es'],
  fallbacks: {},
});

const unreadable: Problem = {
  code: 'file-unreadable',
  severity: 'blocks',
  type: 'opportunity',
  id: 'a',
  where: 'a.yml',
  message: 'is not valid YAML',
  hint: 'Mend it.',
};

describe('the last good version', () => {
  it('stands in for a broken entry, whose problem is told', () => {
    const { fill, problems } = rememberLastGood(false);
    fill(pulled([organization, settings, right]));
    expect(problems()).toEqual([]);
    const filled = fill(pulled([organization, settings, broken]));
    expect(filled.entries).toContain(right);
    expect(filled.entries).not.toContain(broken);
    expect(problems().map(formatProblem).join()).toContain('closes.zone: is "Dakar"');
  });

  it('stands in for a file that can’t be read', () => {
    const { fill, problems } = rememberLastGood(false);
    fill(pulled([organization, settings, right]));
    const filled = fill(pulled([organization, settings], [unreadable]));
    expect([filled.entries.includes(right), filled.problems]).toEqual([true, []]);
    expect(problems()).toEqual([unreadable]);
  });

  it('of what leads to a broken entry is the present one', () => {
    const { fill } = rememberLastGood(false);
    fill(pulled([organization, settings, right]));
    const edited = rawOpportunity('a', { places: 7 });
    const filled = fill(pulled([rawOrganization('o1', { country: 'ZZ' }), settings, edited]));
    expect(filled.entries).toContain(edited);
    expect(filled.entries).toContain(organization);
  });

  it('of an entry that never was right doesn’t exist', () => {
    const { fill, problems } = rememberLastGood(false);
    const filled = fill(pulled([organization, settings, broken]));
    expect(filled.entries).toContain(broken);
    expect(problems()).toHaveLength(1);
  });

  it('is gone with its file, and once the entry is a draft', () => {
    const { fill, problems } = rememberLastGood(false);
    fill(pulled([organization, settings, right]));
    expect(fill(pulled([organization, settings])).entries).not.toContain(right);
    fill(pulled([organization, settings, right]));
    const draft = rawOpportunity('a', { status: 'draft', closes: { date: 'x', zone: 'Dakar' } });
    expect(fill(pulled([organization, settings, draft])).entries).toContain(draft);
    expect(problems()).toEqual([]);
  });

  it('isn’t needed for what goes off the site with an entry that it needs', () => {
    const { fill, problems } = rememberLastGood(false);
    fill(pulled([organization, settings, right]));
    const draft = rawOrganization('o1', { status: 'draft' });
    expect(fill(pulled([draft, settings, right])).entries).toContain(draft);
    expect(problems()).toEqual([]);
    fill({ ...pulled([settings, right]), unpublished: new Set(['o1']) });
    expect(problems()).toEqual([]);
  });

  it('of the settings decides the languages', () => {
    const { fill } = rememberLastGood(false);
    fill(pulled([organization, settings, right]));
    const lost = { ...unreadable, type: 'settings' as const, id: settings.id };
    const all = { ...pulled([organization, right], [lost]), locales: ['en'] as const };
    expect(fill(all).locales).toEqual(['en', 'fr', 'es'].filter((locale) => locale in settings.locales));
  });

  it('in a preview is needed for unreadable files only', () => {
    const { fill } = rememberLastGood(true);
    fill(pulled([organization, settings, right]));
    expect(fill(pulled([organization, settings, broken])).entries).toContain(broken);
    expect(fill(pulled([organization, settings], [unreadable])).entries).toContain(broken);
  });
});
