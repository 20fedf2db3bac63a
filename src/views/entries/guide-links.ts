/** The links from a page with a fixed role to other pages. */
import { pathOf, type Section } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import type { LocaleSite, SiteEntry } from '@/site/site';

type PageRole = SiteEntry<'page'>['shared']['role'];

const sectionTitles = {
  impact: 'impact.title',
  factSheet: 'factSheet.title',
  goals: 'goals.title',
  register: 'message.register.title',
  propose: 'message.propose.title',
  write: 'message.write.title',
  report: 'message.report.title',
  correct: 'message.correct.title',
  join: 'message.join.title',
} as const;

type Target = { readonly section: keyof typeof sectionTitles & Section } | { readonly page: PageRole };

const targets: Readonly<Partial<Record<PageRole, readonly Target[]>>> = {
  about: [{ section: 'factSheet' }, { section: 'impact' }, { page: 'volunteers' }, { page: 'organizations' }],
  volunteers: [{ section: 'join' }, { page: 'privacy' }, { page: 'terms' }, { page: 'contact' }],
  organizations: [
    { section: 'register' },
    { section: 'propose' },
    { section: 'factSheet' },
    { page: 'terms' },
    { page: 'contact' },
  ],
  contact: [
    { section: 'write' },
    { section: 'report' },
    { section: 'correct' },
    { page: 'volunteers' },
    { page: 'organizations' },
    { page: 'accessibility' },
    { section: 'factSheet' },
  ],
  accessibility: [{ page: 'contact' }],
};

/**
 * The links of a page, in order; pages that the site hasn't got are left out. `lang` is the text's language, where it isn't
 * the page's.
 */
export function guideLinks(t: Translate, role: PageRole, pages: LocaleSite['pages']) {
  return (targets[role] ?? []).flatMap((target) => {
    if ('section' in target) {
      const { section } = target;
      const href = pathOf(t.locale, { to: 'section', section });
      return [{ href, text: t(sectionTitles[section]), lang: undefined }];
    }
    return pages
      .filter(({ shared }) => shared.role === target.page)
      .slice(0, 1)
      .map(
        ({
          path: href,
          texts: {
            title: { value: text, lang },
          },
        }) => ({
          href,
          text,
          lang: lang === t.locale ? undefined : lang,
        }),
      );
  });
}
