import { locales, toLocale, type Locale } from '@/i18n/locales';
import type { Progress, SourceContent } from '../source';
import { OperatorError } from '@/model/operator-error';
import type { LocaleCodes } from './wire';

/** A locale of a space, as Contentful describes it. */
export interface SpaceLocale {
  readonly code: string;
  readonly default: boolean;
  /** The code of the locale to show instead where there is no value. */
  readonly fallbackCode: string | null;
}

/** The languages of a space and their codes there. */
export interface LocaleMapping extends Pick<SourceContent, 'locales' | 'fallbacks'> {
  readonly codes: LocaleCodes;
}

const siteLocales = locales.join(', ');

/**
 * Maps a space's locales to the languages of the site (`en-US` -> `en`). Other locales are ignored and reported to
 * `progress`. Throws an `OperatorError` if two map to one language, or none maps to any.
 */
export function mapLocales(all: readonly SpaceLocale[], progress: Progress): LocaleMapping {
  const codes = new Map<Locale, string>();
  for (const { code } of all) {
    const locale = toLocale(code);
    if (!locale) {
      progress(`Contentful’s locale ${code} is none of ${siteLocales}: it is not read.`);
      continue;
    }
    const other = codes.get(locale);
    if (other !== undefined) {
      throw new OperatorError(
        `The space’s locales ${other} and ${code} are both “${locale}” to the site, which can’t show two.`,
        'Remove one of them from the environment in Contentful (Settings → Locales).',
      );
    }
    codes.set(locale, code);
  }
  const found = locales.filter((locale) => codes.has(locale));
  const defaultLocale = all.find((locale) => locale.default) ?? all[0];
  if (found.length === 0 || !defaultLocale) {
    throw new OperatorError(
      `The space has no locale that the site speaks (${siteLocales}); it has ${all.map(({ code }) => code).join(', ') || 'none'}.`,
      'Add one in Contentful (Settings → Locales), or check that this is the right space.',
    );
  }
  return {
    locales: found,
    codes: {
      default: defaultLocale.code,
      byLocale: new Map(found.map((locale) => [locale, codes.get(locale) ?? locale])),
    },
    fallbacks: findFallbacks(all, codes),
  };
}

/** Follows the chain of fallback codes of each language, also through locales that the site doesn't have. */
function findFallbacks(
  all: readonly SpaceLocale[],
  codes: ReadonlyMap<Locale, string>,
): SourceContent['fallbacks'] {
  const next = new Map(all.map(({ code, fallbackCode }) => [code, fallbackCode]));
  const chains = [...codes].map(([locale, start]) => {
    const chain: Locale[] = [];
    const seen = new Set([start]);
    for (
      let code = next.get(start) ?? null;
      code !== null && !seen.has(code);
      code = next.get(code) ?? null
    ) {
      seen.add(code);
      const fallback = toLocale(code);
      if (fallback) chain.push(fallback);
    }
    return [locale, chain] as const;
  });
  return Object.fromEntries(chains.filter(([, chain]) => chain.length > 0));
}
