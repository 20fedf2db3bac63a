import { locales, toLocale, type Locale } from '@/i18n/locales';
import { SourceError, type Progress, type PulledContent } from '../source';
import type { LocaleCodes } from './wire';

/** A locale of a space, as Contentful describes it. */
export interface SpaceLocale {
  readonly code: string;
  readonly default: boolean;
  /** The code of the locale to show instead where there is no value. */
  readonly fallbackCode: string | null;
}

/** A space's locales in our terms. */
export interface MappedLocales extends Pick<PulledContent, 'locales' | 'fallbacks'> {
  readonly codes: LocaleCodes;
}

const spoken = locales.join(', ');

/**
 * Maps a space's locales to the languages of the site (`en-US` -> `en`). Those that it doesn't speak are ignored
 * with a line of progress. Throws a `SourceError` where two map to one language, or none maps to any.
 */
export function mapLocales(all: readonly SpaceLocale[], progress: Progress): MappedLocales {
  const codeOf = new Map<Locale, string>();
  for (const { code } of all) {
    const locale = toLocale(code);
    if (!locale) {
      progress(`Contentful’s locale ${code} is none of ${spoken}: it is not read.`);
      continue;
    }
    const other = codeOf.get(locale);
    if (other !== undefined) {
      throw new SourceError(
        `The space’s locales ${other} and ${code} are both “${locale}” to the site, which can’t show two.`,
        'Remove one of them from the environment in Contentful (Settings → Locales).',
      );
    }
    codeOf.set(locale, code);
  }
  const found = locales.filter((locale) => codeOf.has(locale));
  const standard = all.find((locale) => locale.default) ?? all[0];
  if (found.length === 0 || !standard) {
    throw new SourceError(
      `The space has no locale that the site speaks (${spoken}); it has ${all.map(({ code }) => code).join(', ') || 'none'}.`,
      'Add one in Contentful (Settings → Locales), or check that this is the right space.',
    );
  }
  return {
    locales: found,
    codes: {
      default: standard.code,
      of: new Map(found.map((locale) => [locale, codeOf.get(locale) ?? locale])),
    },
    fallbacks: fallbacksOf(all, codeOf),
  };
}

/** Follows each language's fallback codes as far as they go; what the site doesn't speak is passed through. */
function fallbacksOf(
  all: readonly SpaceLocale[],
  codeOf: ReadonlyMap<Locale, string>,
): PulledContent['fallbacks'] {
  const next = new Map(all.map(({ code, fallbackCode }) => [code, fallbackCode]));
  const chains = [...codeOf].map(([locale, start]) => {
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
