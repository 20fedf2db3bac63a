/** Which opportunities really fit the visitor, by the open data of the built site. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';

/** Hours a week that the visitor has. */
export const visitorHours = 2;

interface OpenOpportunity {
  readonly taskTypes: readonly string[];
  readonly languages: readonly { readonly language: string; readonly need: string }[];
  readonly applicantCountries: readonly string[];
  readonly hours: { readonly min: number };
  readonly texts: Readonly<Record<string, { readonly url: string }>>;
}

/** The visitor's search, and the paths of the pages that fit. */
export interface Wanted {
  readonly task: string;
  readonly paths: readonly string[];
}

/**
 * Finds what a visitor who knows one language and has two hours a week can do: to translate, or the task of which
 * there is most. Throws if nothing fits.
 */
export function findWanted(dir: string, locale: Locale): Wanted {
  const { opportunities } = JSON.parse(
    readFileSync(path.join(dir, 'data/v1/opportunities.json'), 'utf8'),
  ) as {
    opportunities: OpenOpportunity[];
  };
  const pathsByTask = new Map<string, string[]>();
  for (const { taskTypes, languages, applicantCountries, hours, texts } of opportunities) {
    // All that are required; of several of which one is enough, one.
    const required = languages.filter(({ need }) => need === 'required');
    const either = languages.filter(({ need }) => need === 'either');
    const isEnough =
      required.length + either.length > 0 &&
      required.every(({ language }) => language === locale) &&
      (either.length === 0 || either.some(({ language }) => language === locale));
    const url = texts[locale]?.url;
    const fits = hours.min <= visitorHours && isEnough;
    if (!fits || applicantCountries.length > 0 || url === undefined) continue;
    const { pathname } = new URL(url);
    if (!hasForm(dir, pathname)) continue;
    for (const task of taskTypes) pathsByTask.set(task, [...(pathsByTask.get(task) ?? []), pathname]);
  }
  const [most] = [...pathsByTask].toSorted(
    ([a, pathsA], [b, pathsB]) => pathsB.length - pathsA.length || a.localeCompare(b),
  );
  const translation = pathsByTask.get('translation');
  if (translation) return { task: 'translation', paths: translation };
  if (!most) throw new Error(`Nothing that is open fits the visitor in ${locale}.`);
  return { task: most[0], paths: most[1] };
}

const hasForm = (dir: string, pathname: string) =>
  /<form[^>]+method="post"/i.test(readFileSync(path.join(dir, pathname, 'index.html'), 'utf8'));
