/** What fills the gaps of a message. */
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

/** The form for a count, with `{n}` filled by the count written for the language: `1 234` in French. */
export function pluralize(forms: PluralForms, count: number, locale: string, params: Params = {}): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return interpolate(form, { n: new Intl.NumberFormat(locale).format(count), ...params });
}
