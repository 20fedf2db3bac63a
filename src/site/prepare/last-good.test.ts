import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem } from '@/model/problems';
import { rawOpportunity, rawOrganization, rawSettings } from '@/model/samples.fixture';
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

const site = (...entries: readonly RawEntry[]) => pulled([organization, settings, ...entries]);

/** What remembers a site with the entry as it was right. */
function remember(isPreview = false) {
  const remembered = rememberLastGood(isPreview);
  remembered.fill(site(right));
  return remembered;
}

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
    const { fill, problems } = remember();
    expect(problems()).toEqual([]);
    const { entries } = fill(site(broken));
    expect([entries.includes(right), entries.includes(broken)]).toEqual([true, false]);
    expect(problems().map(formatProblem).join()).toContain('closes.zone: is “Dakar”');
  });

  it('stands in for a file that can’t be read', () => {
    const { fill, problems } = remember();
    const filled = fill(pulled([organization, settings], [unreadable]));
    expect([filled.entries.includes(right), filled.problems]).toEqual([true, []]);
    expect(problems()).toEqual([unreadable]);
  });

  it('of what leads to a broken entry is the present one', () => {
    const edited = rawOpportunity('a', { places: 7 });
    const { entries } = remember().fill(pulled([rawOrganization('o1', { country: 'ZZ' }), settings, edited]));
    expect(entries).toContain(edited);
    expect(entries).toContain(organization);
  });

  it('of an entry that never was right doesn’t exist', () => {
    const { fill, problems } = rememberLastGood(false);
    expect(fill(site(broken)).entries).toContain(broken);
    expect(problems()).toHaveLength(1);
  });

  it('is gone with its file, and once the entry is a draft', () => {
    const { fill, problems } = remember();
    expect(fill(site()).entries).not.toContain(right);
    fill(site(right));
    const draft = rawOpportunity('a', { status: 'draft', closes: { date: 'x', zone: 'Dakar' } });
    expect(fill(site(draft)).entries).toContain(draft);
    expect(problems()).toEqual([]);
  });

  it('isn’t needed for what goes off the site with an entry that it needs', () => {
    const { fill, problems } = remember();
    const draft = rawOrganization('o1', { status: 'draft' });
    expect(fill(pulled([draft, settings, right])).entries).toContain(draft);
    expect(problems()).toEqual([]);
    fill({ ...pulled([settings, right]), isAbsenceDecided: true });
    expect(problems()).toEqual([]);
  });

  it('of the settings decides the languages', () => {
    const lost = { ...unreadable, type: 'settings' as const, id: settings.id };
    const all = { ...pulled([organization, right], [lost]), locales: ['en'] as const };
    expect(remember().fill(all).locales).toEqual(Object.keys(settings.locales));
  });

  it('in a preview is needed for unreadable files only', () => {
    const { fill } = remember(true);
    expect(fill(site(broken)).entries).toContain(broken);
    expect(fill(pulled([organization, settings], [unreadable])).entries).toContain(broken);
  });
});
