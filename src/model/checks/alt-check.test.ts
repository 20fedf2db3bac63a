import { describe, expect, it } from 'vitest';
import { altFindings } from './alt-check';

const entry = (shared: object, en: object, fr: object = {}) => ({
  locales: { en: { ...en }, fr: { ...fr } },
  shared: { originalLanguage: 'en' as const, ...shared },
});

describe('a picture without a description', () => {
  it('is named in the original language', () => {
    const [finding] = altFindings(entry({ logo: 'a.png' }, {}, { logoAlt: 'Un puits' }), 'logo', 'logoAlt');
    expect(finding).toMatchObject({ code: 'alt-missing', severity: 'warns', locale: 'en', field: 'logoAlt' });
    expect(finding?.hint).toBe('Describe in a few words what it shows.');
  });

  it('is nothing where there is a description, or no picture', () => {
    expect(altFindings(entry({ logo: 'a.png' }, { logoAlt: 'A well' }), 'logo', 'logoAlt')).toEqual([]);
    expect(altFindings(entry({}, {}), 'logo', 'logoAlt')).toEqual([]);
  });
});
