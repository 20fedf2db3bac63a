/** The languages whose texts a form shows. */
import { useState } from 'react';
import { isLocale, locales, type Locale } from '@/i18n/locales';
import type { RawFields } from '@/model/types/entry';

const storageKey = 'editor-languages';

/** Languages in their usual order, the original first: translations stand beside it. */
const inOrder = (shown: ReadonlySet<Locale>, original: Locale) =>
  [original, ...locales.filter((locale) => locale !== original)].filter((locale) => shown.has(locale));

/** Those that were chosen last; at first the original one, or the editor's own. */
export function useLanguages(fields: RawFields, own: Locale) {
  const { originalLanguage } = fields;
  const original = isLocale(originalLanguage) ? originalLanguage : own;
  const [chosen, setChosen] = useState<readonly Locale[]>(() =>
    (localStorage.getItem(storageKey) ?? '').split(' ').filter(isLocale),
  );
  const shown = new Set(chosen.length > 0 ? chosen : [original]);
  return {
    original,
    languages: inOrder(shown, original),
    toggle: (locale: Locale) => {
      const next = shown.has(locale) ? [...shown].filter((one) => one !== locale) : [...shown, locale];
      // One is always shown.
      if (next.length === 0) return;
      localStorage.setItem(storageKey, next.join(' '));
      setChosen(next);
    },
  };
}
