import { describe, expect, it } from 'vitest';
import { translator } from '@/i18n/translate';
import type { LocaleSite } from '@/site/site';
import { guideLinks } from './guide-links';

const page = (role: string, path: string, title: { value: string; lang: 'en' | 'fr' }) =>
  ({ path, texts: { title }, shared: { role } }) as LocaleSite['pages'][number];

const pages = [
  page('terms', '/en/info/terms/', { value: 'Terms', lang: 'en' }),
  page('contact', '/en/info/contact/', { value: 'Nous écrire', lang: 'fr' }),
];

describe('what a guide leads on to', () => {
  it('has the pages that the site has, in order, with the language of a title that is not translated', () => {
    expect(guideLinks(translator('en'), 'organizations', pages)).toEqual([
      { href: '/en/register-an-organization/', text: 'Register an organization', lang: undefined },
      { href: '/en/propose-an-opportunity/', text: 'Propose an opportunity', lang: undefined },
      { href: '/en/fact-sheet/', text: 'Our fact sheet', lang: undefined },
      { href: '/en/info/terms/', text: 'Terms', lang: undefined },
      { href: '/en/info/contact/', text: 'Nous écrire', lang: 'fr' },
    ]);
  });

  it('is nothing for a page without a fixed place', () => {
    expect(guideLinks(translator('en'), 'other', pages)).toEqual([]);
  });
});
