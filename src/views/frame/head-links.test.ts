import { describe, expect, it } from 'vitest';
import { headLinks } from './head-links';

const paths = { en: '/en/a/', fr: '/fr/b/', es: '/es/c/' };
const site = 'https://service.example';

describe('canonical and alternate addresses', () => {
  it('lists every translation, itself included, where there are several', () => {
    expect(headLinks({ locale: 'fr', paths: { fr: '/fr/b/' } }, site).alternates).toEqual([]);
    expect(headLinks({ locale: 'fr', paths }, site)).toEqual({
      own: 'https://service.example/fr/b/',
      canonical: 'https://service.example/fr/b/',
      alternates: [
        { hreflang: 'en', href: 'https://service.example/en/a/' },
        { hreflang: 'fr', href: 'https://service.example/fr/b/' },
        { hreflang: 'es', href: 'https://service.example/es/c/' },
      ],
    });
  });

  it('points an untranslated page to its real language, without alternates', () => {
    expect(headLinks({ locale: 'es', paths, translations: ['en', 'fr'], lang: 'en' }, site)).toEqual({
      own: 'https://service.example/es/c/',
      canonical: 'https://service.example/en/a/',
      alternates: [],
    });
  });

  it('names the bare address beside the home pages, which it names in turn', () => {
    const home = { en: '/en/', fr: '/fr/' };
    expect(headLinks({ locale: 'fr', paths: home, isHome: true }, site).alternates.at(-1)).toEqual({
      hreflang: 'x-default',
      href: 'https://service.example/',
    });
    const alone = headLinks({ locale: 'en', paths: { en: '/en/' }, isHome: true }, site);
    expect(alone.alternates.map(({ hreflang }) => hreflang)).toEqual(['en', 'x-default']);
  });
});
