import { describe, expect, it } from 'vitest';
import { rawOpportunity, rawOrganization } from '../samples.fixture';
import type { RawEntry, RawFields } from '../types/entry';
import type { Entry } from '../types/types';
import { checks, runChecks } from './checks';

const organization = (shared: RawFields, en: RawFields) =>
  ({ ...rawOrganization('o1', shared, { en, fr: { logoAlt: 'Un puits' } }), passed: [] }) as unknown as Entry;

describe('a picture without a description', () => {
  it('is named in the original language', () => {
    expect(runChecks(organization({ logo: 'a.png' }, {})).findings).toMatchObject([
      { code: 'alt-missing', severity: 'warns', locale: 'en', field: 'logoAlt' },
    ]);
  });

  it('is nothing where there is a description, or no picture', () => {
    expect(runChecks(organization({ logo: 'a.png' }, { logoAlt: 'A well' })).findings).toEqual([]);
    expect(runChecks(organization({}, {})).findings).toEqual([]);
  });
});

describe('the rules that readers see as checked', () => {
  it('are those that an entry meets', () => {
    expect(runChecks(organization({}, {})).passed).toEqual(['registration']);
    const unregistered = runChecks(organization({ registrationNumber: undefined }, {}));
    expect(unregistered.passed).toEqual([]);
    expect(unregistered.findings).toMatchObject([{ code: 'registration', severity: 'blocks' }]);
  });
});

describe('a rule', () => {
  it('is left out where a field that it reads is missing or wrong', () => {
    const invalid = rawOpportunity('a', { hours: undefined, length: { kind: 'weeks', weeks: 99 } });
    const { findings } = runChecks(invalid as unknown as Entry, new Set(['hours']));
    expect(findings).toMatchObject([{ code: 'length', field: 'length.weeks' }]);
  });

  it('names every shared field that it reads', () => {
    const samples: RawEntry[] = [
      rawOpportunity('a', { closes: undefined, applyBy: 'external' }),
      rawOpportunity('b', { applyBy: 'email' }),
      rawOrganization('o', { registrationNumber: undefined, logo: 'a.png' }),
      { ...rawOrganization('c', { hero: 'a.png' }), type: 'campaign' },
      { ...rawOrganization('s'), type: 'story' },
    ];
    for (const sample of samples) {
      for (const { code, reads, find } of checks[sample.type] ?? []) {
        const read = new Set<string | symbol>();
        const shared = new Proxy(sample.shared, {
          get: (fields, name) => {
            read.add(name);
            return fields[name as string];
          },
        });
        (find as (entry: RawEntry) => unknown)({ ...sample, shared });
        expect([...read].toSorted(), `${sample.type}: ${code}`).toEqual([...reads].toSorted());
      }
    }
  });
});
