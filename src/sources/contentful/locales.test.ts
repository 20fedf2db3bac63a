import { describe, expect, it } from 'vitest';
import { mapLocales, type SpaceLocale } from './locales';

function locale(code: string, fallbackCode: string | null = null, isDefault = false): SpaceLocale {
  return { code, fallbackCode, default: isDefault };
}

function map(...all: readonly SpaceLocale[]) {
  const lines: string[] = [];
  return { ...mapLocales(all, (line) => lines.push(line)), lines };
}

describe('mapLocales', () => {
  it('maps regional codes and keeps the site’s order', () => {
    const mapped = map(locale('es-419'), locale('fr-FR', null, true), locale('en-US'));
    expect(mapped.locales).toEqual(['en', 'fr', 'es']);
    expect(mapped.codes.default).toBe('fr-FR');
    expect(Object.fromEntries(mapped.codes.byLocale)).toEqual({ en: 'en-US', fr: 'fr-FR', es: 'es-419' });
    expect(mapped.fallbacks).toEqual({});
  });

  it('follows fallback codes, through languages that the site doesn’t speak, and out of circles', () => {
    expect(
      map(locale('en', null, true), locale('fr', 'de'), locale('de', 'es'), locale('es', 'en')).fallbacks,
    ).toEqual({ fr: ['es', 'en'], es: ['en'] });
    expect(map(locale('en', 'fr', true), locale('fr', 'en')).fallbacks).toEqual({ en: ['fr'], fr: ['en'] });
  });

  it('ignores what the site doesn’t speak, and says so', () => {
    const mapped = map(locale('de-DE', null, true), locale('fr'));
    expect(mapped.locales).toEqual(['fr']);
    expect(mapped.codes.default).toBe('de-DE');
    expect(mapped.lines).toEqual(['Contentful’s locale de-DE is none of en, fr, es: it is not read.']);
  });

  it('refuses two locales of one language', () => {
    expect(() => map(locale('en-US', null, true), locale('en-GB'))).toThrow(
      'The space’s locales en-US and en-GB are both “en” to the site, which can’t show two.',
    );
  });

  it('refuses a space without any of the languages', () => {
    expect(() => map(locale('de-DE', null, true))).toThrow(
      'The space has no locale that the site speaks (en, fr, es); it has de-DE.',
    );
  });
});
