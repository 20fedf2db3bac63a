/** The links from a page with a fixed role to other pages. */
import type { Locale } from '@/i18n/locales';
import { pathOf, type Section } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import type { LocaleSite, SiteEntry } from '@/site/site';

type PageRole = SiteEntry<'page'>['shared']['role'];

interface GuideLink {
  readonly href: string;
  readonly text: string;
  /** The text's language, if it isn't the page's. */
  readonly lang: Locale | undefined;
}

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

/** The links of a page, in order; pages that the site hasn't got are left out. */
export function guideLinks(t: Translate, role: PageRole, pages: LocaleSite['pages']): GuideLink[] {
  return (targets[role] ?? []).flatMap((target): GuideLink[] => {
    if ('section' in target) {
      const { section } = target;
      return [
        {
          href: pathOf(t.locale, { to: 'section', section }),
          text: t(sectionTitles[section]),
          lang: undefined,
        },
      ];
    }
    const page = pages.find(({ shared }) => shared.role === target.page);
    const title = page?.texts.title;
    return page && title
      ? [{ href: page.path, text: title.value, lang: title.lang === t.locale ? undefined : title.lang }]
      : [];
  });
}
