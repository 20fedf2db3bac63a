/** One page of each kind in each language, found in the built site's own addresses. */
import { locales, type Locale } from '../src/i18n/locales';
import { pathOf, sectionSlug, type Route, type Section } from '../src/i18n/routes';
import type { BuiltPage } from './built-site';

export interface TemplatePage {
  /** The kind of page: `opportunity`. */
  readonly template: string;
  readonly locale: Locale;
  readonly path: string;
}

const fixed: Readonly<Record<string, Route>> = {
  home: { to: 'home' },
  search: { to: 'section', section: 'search' },
  opportunities: { to: 'section', section: 'opportunities' },
  'opportunities, page 2': { to: 'section', section: 'opportunities', page: 2 },
  organizations: { to: 'section', section: 'organizations' },
  campaigns: { to: 'section', section: 'campaigns' },
  stories: { to: 'section', section: 'stories' },
  resources: { to: 'section', section: 'resources' },
  browse: { to: 'browse' },
  'browse a value': { to: 'browse-value', facet: 'task', value: 'translation' },
  'browse an empty value': { to: 'browse-value', facet: 'length', value: 'days' },
  'browse task and language': { to: 'browse-task-lang', task: 'translation', lang: 'fr' },
  'browse a goal': { to: 'browse-value', facet: 'sdg', value: '4' },
  impact: { to: 'section', section: 'impact' },
  goals: { to: 'section', section: 'goals' },
  'fact sheet': { to: 'section', section: 'factSheet' },
  'open data': { to: 'section', section: 'openData' },
  embeds: { to: 'section', section: 'embeds' },
  saved: { to: 'section', section: 'saved' },
  fit: { to: 'section', section: 'fit' },
  thanks: { to: 'section', section: 'thanks' },
  propose: { to: 'section', section: 'propose' },
  'not found': { to: 'not-found' },
  offline: { to: 'offline' },
};

const entries: readonly (readonly [template: string, section: Section, holds: (html: string) => boolean])[] =
  [
    ['open opportunity', 'opportunities', (html) => html.includes('<form')],
    ['opportunity by e-mail', 'opportunities', (html) => !html.includes('<form') && html.includes('mailto:')],
    ['ended opportunity', 'opportunities', (html) => !html.includes('id="apply"')],
    [
      'untranslated opportunity',
      'opportunities',
      (html) => html.includes('<div class="notice">') && html.includes('<form'),
    ],
    ['organization with a logo', 'organizations', (html) => html.includes('<picture')],
    ['organization', 'organizations', (html) => !html.includes('<picture')],
    ['campaign', 'campaigns', (html) => html.includes('<picture')],
    ['story', 'stories', () => true],
    ['resource', 'resources', () => true],
    ['guide for organizations', 'pages', (html) => html.includes('id="eligibility"')],
    ['guide for volunteers', 'pages', (html) => html.includes('id="tasks"')],
    ['contact', 'pages', (html) => html.includes('mailto:') && !html.includes('id="eligibility"')],
    ['text page', 'pages', () => true],
    ['privacy', 'pages', (html) => html.includes('data-on-device')],
  ];

/** The pages to test, in a stable order. A kind that the sample content lacks in a language is left out. */
export function templatePages(pages: readonly BuiltPage[]): TemplatePage[] {
  const known = new Set(pages.map(({ path }) => path));
  return locales.flatMap((locale) => {
    const lists = Object.entries(fixed).map(([template, route]) => ({
      template,
      path: pathOf(locale, route),
    }));
    const details = entries.flatMap(([template, section, holds]) => {
      const inSection = `/${locale}/${sectionSlug(locale, section)}/`;
      const found = pages.find(
        ({ path, html }) =>
          path.startsWith(inSection) &&
          path.split('/').length === 5 &&
          !path.includes('/page/') &&
          holds(html),
      );
      return found ? [{ template, path: found.path }] : [];
    });
    return [...lists, ...details].filter(({ path }) => known.has(path)).map((page) => ({ ...page, locale }));
  });
}
