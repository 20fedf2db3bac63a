import { cacheByText } from './cache-by-text';
import { formatNumber } from './format/number';

/** The values of a string's placeholders. */
export type Params = Readonly<Record<string, string | number>>;

/**
 * Fills `{name}` gaps: `('Page {n}', { n: 2 }) -> 'Page 2'`. A gap without a value stays visible, so that it is noticed.
 * Shared with the browser, so it holds no messages.
 */
export function interpolate(message: string, params: Params): string {
  return message.replaceAll(/\{(\w+)\}/g, (gap, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : gap,
  );
}

/** The messages of one thing by plural category, as a component in the browser receives them. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

const rulesIn = cacheByText((locale: string) => new Intl.PluralRules(locale));

/** The form for a count, with `{n}` filled by the count written for the language: `1 234` in French. */
export function pluralize(forms: PluralForms, count: number, locale: string, params: Params = {}): string {
  const form = forms[rulesIn(locale).select(count)] ?? forms.other;
  return interpolate(form, { n: formatNumber(locale, count), ...params });
}
