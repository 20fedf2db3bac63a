import { describe, expect, it } from 'vitest';
import { altFindings } from './alt-check';

const entry = (shared: object, en: object, fr: object = {}) => ({
  locales: { en: { ...en }, fr: { ...fr } },
  shared: { originalLanguage: 'en' as const, ...shared },
});

describe('a picture without a description', () => {
  it('is named in the original language', () => {
    expect(altFindings(entry({ logo: 'a.png' }, {}, { logoAlt: 'Un puits' }), 'logo', 'logoAlt')).toEqual([
      {
        code: 'alt-missing',
        severity: 'warns',
        locale: 'en',
        field: 'logoAlt',
        message: 'is missing, so people who can’t see the picture won’t know what it shows',
        hint: 'Describe in a few words what it shows.',
      },
    ]);
  });

  it('is nothing where there is a description, or no picture', () => {
    expect(altFindings(entry({ logo: 'a.png' }, { logoAlt: 'A well' }), 'logo', 'logoAlt')).toEqual([]);
    expect(altFindings(entry({}, {}), 'logo', 'logoAlt')).toEqual([]);
  });
});
