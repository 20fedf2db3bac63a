import { describe, expect, it } from 'vitest';
import { rawOrganization } from '../samples.fixture';
import type { RawFields } from '../types/entry';
import type { Entry } from '../types/types';
import { runChecks } from './checks';

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
