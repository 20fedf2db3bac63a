/** The links from a page with a fixed role to other pages. */
import { pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import type { LocaleSite, SiteEntry } from '@/site/site';

type PageRole = SiteEntry<'page'>['shared']['role'];

/** The titles of the sections that they lead to. */
const titles = {
  impact: 'impact.title',
  factSheet: 'factSheet.title',
  register: 'message.register.title',
  propose: 'message.propose.title',
  write: 'message.write.title',
  report: 'message.report.title',
  correct: 'message.correct.title',
  join: 'message.join.title',
} as const;

type Target = keyof typeof titles | PageRole;

/** Where each leads to: sections, and other pages by their role. */
const targets: Readonly<Partial<Record<PageRole, readonly Target[]>>> = {
  about: ['factSheet', 'impact', 'volunteers', 'organizations'],
  volunteers: ['join', 'privacy', 'terms', 'contact'],
  organizations: ['register', 'propose', 'factSheet', 'terms', 'contact'],
  contact: ['write', 'report', 'correct', 'volunteers', 'organizations', 'accessibility', 'factSheet'],
  accessibility: ['contact'],
};

const isSection = (target: Target): target is keyof typeof titles => target in titles;

/**
 * The links of a page, in order; pages that the site hasn't got are left out. `lang` is the text's language, where it isn't
 * the page's.
 */
export function guideLinks(t: Translate, role: PageRole, pages: LocaleSite['pages']) {
  return (targets[role] ?? []).flatMap((target) => {
    if (isSection(target)) {
      const href = pathOf(t.locale, { to: 'section', section: target });
      return [{ href, text: t(titles[target]), lang: undefined }];
    }
    const page = pages.find(({ shared }) => shared.role === target);
    if (!page) return [];
    const { value: text, lang } = page.texts.title;
    return [{ href: page.path, text, lang: lang === t.locale ? undefined : lang }];
  });
}
