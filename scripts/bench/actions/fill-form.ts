/** Fills in what a form requires, with values that a person would give. */
import type { Locator } from '@playwright/test';
import { countryName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import type { SiteNames } from './names';
import { DeadEndError, type Visitor } from './visitor';

const countries = { en: 'KE', fr: 'SN', es: 'PE' } as const;

/** A text that is long enough for any question. */
const sentence =
  'I have done this kind of work for four years in my own town, and I have time in the evenings to do it well.';

/** The fields that must be filled in, in the order of the form. */
export const requiredFields = (form: Locator) =>
  form.locator(':is(input, select, textarea):is([required], [aria-required=true])').filter({ visible: true });

/** Fills in all required fields. */
export async function fillForm(visitor: Visitor, form: Locator, names: SiteNames): Promise<void> {
  for (const field of await requiredFields(form).all()) {
    const { tag, type, label, options } = await field.evaluate((element) => {
      const control = element as HTMLInputElement | HTMLSelectElement;
      return {
        tag: control.tagName,
        type: control.type,
        label: [...(control.labels ?? [])].map((one) => one.textContent).join(' '),
        options:
          control instanceof HTMLSelectElement
            ? [...control.options].map(({ textContent }) => textContent.trim())
            : [],
      };
    });
    if (type === 'checkbox') await visitor.tick(field);
    else if (type === 'radio') throw new DeadEndError('The visit knows no choices by buttons yet.');
    else await visitor.fill(field, pickValue(names, { tag, type, label, options }));
  }
}

interface AskedFor {
  readonly tag: string;
  readonly type: string;
  readonly label: string;
  readonly options: readonly string[];
}

function pickValue(names: SiteNames, { tag, type, label, options }: AskedFor): string {
  const country = countryName(translator(names.locale), countries[names.locale as keyof typeof countries]);
  const isAbout = (key: string) => label.includes(names.one(key));
  if (tag === 'SELECT') {
    const level = names.one('level.native');
    const wanted = isAbout('apply.country') ? country : level;
    const found = options.find((option) => option.startsWith(wanted)) ?? options[1];
    if (found === undefined) throw new DeadEndError(`“${label}” has no options.`);
    return found;
  }
  if (type === 'email') return 'visitor@example.org';
  if (isAbout('apply.country')) return country;
  if (isAbout('apply.name')) return 'Amina';
  return tag === 'TEXTAREA' ? sentence : '2 h';
}
