import { describe, expect, it } from 'vitest';
import { readConfig } from '@/config/config';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { rawOpportunity, rawOrganization, rawPage, rawSettings } from '@/model/samples.fixture';
import { acceptEntries } from './accept';
import { assertIllustrated, assertPublishable, defaultTolerance } from './publishable';
import { OperatorError } from '@/model/operator-error';

const base = [rawOrganization('o1'), rawSettings(), rawPage('about')];
const broken = (id: string) => rawOpportunity(id, { taskTypes: ['juggling'] });
const valid = (n: number) => Array.from({ length: n }, (_, index) => rawOpportunity(`v${index}`));
const lacking = (value: string) => ({
  ...defaultTolerance,
  mayLack: new Set(readConfig({ CONTENT_MAY_LACK: value }).content.allowedLosses),
});

/** Judges these entries. Throws what a build would fail with. */
function judge(entries: readonly RawEntry[], tolerance = defaultTolerance): void {
  assertPublishable(acceptEntries(entries, []), tolerance);
}

/** The message and hint that these entries are refused with. */
function refusal(entries: readonly RawEntry[], tolerance = defaultTolerance): string {
  try {
    judge(entries, tolerance);
  } catch (error) {
    if (error instanceof OperatorError) return [error.message, error.hint].join('\n').trimEnd();
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('the limit of what may be left out', () => {
  it('lets two go, and stops at three', () => {
    judge([...base, ...valid(5), broken('x'), broken('y')]);
    const three = [...base, ...valid(5), broken('x'), broken('y'), broken('z')];
    expect(() => judge(three)).toThrow(OperatorError);
    judge([...base, rawOpportunity('a')]);
    expect(refusal(three)).toMatch(
      /^3 of 8 entries of type opportunity would be left out, and at most 2 may be[\s\S]*opportunities\/z\.yml/,
    );
  });

  it('counts what an organization leaves behind that is gone without a word', () => {
    const theirs = ['x', 'y', 'z'].map((id) => rawOpportunity(id, { organization: 'o2' }));
    expect(refusal([...base, ...valid(5), ...theirs])).toMatch(
      /^3 of 8 entries of type opportunity would be left out[\s\S]*x\.yml · organization: leads to the organization “o2”, which doesn’t exist[\s\S]*don’t say that “o2” went off the site on purpose/,
    );
  });

  it('lets two per cent go of many', () => {
    const many = acceptEntries(
      [...base, ...valid(197), broken('x'), broken('y'), broken('z'), broken('w')],
      [],
    );
    expect(many.counts.opportunity.leftOut).toBe(4);
    expect(() => assertPublishable(many)).not.toThrow();
  });

  it('holds for pictures too', () => {
    const pictures = (wanted: number, missing: number) => ({ problems: [], wanted, missing });
    const { limit } = defaultTolerance;
    expect(() => assertIllustrated(pictures(5, 2), limit)).not.toThrow();
    expect(() => assertIllustrated(pictures(200, 4), limit)).not.toThrow();
    expect(() => assertIllustrated(pictures(5, 3), limit)).toThrow(
      '3 of 5 pictures can’t be shown, and at most 2 may be missing.',
    );
  });
});

describe('the site settings', () => {
  const site = [rawOrganization('o1'), rawPage('about'), rawOpportunity('a')];
  const settings = (id: string, shared: RawFields = {}): RawEntry => ({
    ...rawSettings(shared),
    id,
    origin: { label: `settings/${id}.yml` },
  });

  it('are never left out, whatever the limit', () => {
    const tolerance = { ...defaultTolerance, limit: { entries: 10, share: 1 } };
    const faulty = [...site, rawSettings({ contactEmail: 'nobody' })];
    expect(() => judge(faulty, tolerance)).toThrow(OperatorError);
    expect(refusal(faulty, tolerance)).toMatch(
      /^The site settings can’t be left out[\s\S]* · contactEmail: /,
    );
  });

  it('must be there', () => {
    expect(() => judge(site)).toThrow(OperatorError);
    expect(refusal(site)).toMatch(/^There are no site settings.* Publish one entry of type settings/);
  });

  it.each(['draft', 'review'])('are not there while their status is %s', (status) => {
    expect(refusal([...site, rawSettings({ status })])).toMatch(
      /Publish this entry, which is a draft or in review: settings\/site\.yml\.$/,
    );
  });

  it('are one entry: of two, none is taken by chance', () => {
    const two = [...site, settings('site'), settings('trial')];
    expect(() => judge(two)).toThrow(OperatorError);
    expect(refusal(two)).toContain('There are 2 entries of site settings');
    expect(refusal(two)).toContain('settings/site.yml, settings/trial.yml');
    judge([...site, settings('site'), settings('trial', { status: 'draft' })]);
  });
});

describe('what every site has', () => {
  it('is not missing from a site that is published', () => {
    expect(() => judge([rawSettings()])).toThrow(OperatorError);
    const said = refusal([rawSettings()]);
    expect(said).toContain('\n  opportunity: none\n  organization: none\n  page: none\n');
    expect(said).toContain('set CONTENT_MAY_LACK=opportunity,organization,page.');
  });

  it.each([
    ['opportunity', [rawPage('about'), rawOpportunity('p', { status: 'review' })]],
    ['page', [rawOpportunity('a'), rawPage('p', { status: 'draft' })]],
  ])('is missing where only drafts of type %s are there', (type, entries) => {
    const said = refusal([rawOrganization('o1'), rawSettings(), ...entries]);
    expect(said).toContain(
      `\n  ${type}: 1 read, 1 of them drafts, in review, posted on a future day or waiting`,
    );
  });

  it('is missing where the last ones were left out, few as they are', () => {
    expect(refusal([...base, broken('x'), broken('y')])).toMatch(
      /\n {2}opportunity: 2 read, 0 of them drafts, .*, 2 left out\n {2}opportunities\/x\.yml · taskTypes\.0: /,
    );
  });

  it('may be missing where the operator says so', () => {
    judge(base, lacking('opportunity'));
    expect(() => judge([rawSettings(), rawPage('about')], lacking('opportunity'))).toThrow(OperatorError);
    judge([rawSettings(), rawPage('about')], lacking('opportunity,organization'));
  });
});
