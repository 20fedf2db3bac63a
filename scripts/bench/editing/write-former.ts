/** Writes an entry in the form as it was before the app. */
import type { HostField, HostForm } from '@scripts/local/app-host/host-form';
import type { Writer } from './writer';

/** A value that is to be written: its field, and the name under which the form shows it. */
interface WantedValue {
  readonly field: HostField;
  readonly title: string;
  readonly value: unknown;
}

/** Writes a value with Contentful's own control for it. */
export async function writeBuiltin(writer: Writer, { field, title, value }: WantedValue): Promise<void> {
  const { page } = writer;
  const box = page.getByLabel(title, { exact: true });
  switch (field.widget) {
    case 'objectEditor':
      return writer.fillJson(box, value);
    case 'tagEditor':
      for (const item of value as string[]) await writer.addTag(box, item, field.choices.length > 0);
      return;
    case 'boolean':
      return writer.click(box.getByLabel(value === true ? 'Yes' : 'No', { exact: true }));
    case 'radio':
    case 'checkbox':
      for (const id of [value].flat()) await writer.click(box.getByLabel(String(id), { exact: true }));
      return;
    case 'dropdown':
      return writer.choose(box, String(value));
    case 'entryLinkEditor':
      await writer.click(page.getByRole('button', { name: `${title}: add` }));
      return writer.click(page.getByRole('button', { name: `${title}: first` }));
    default:
      return writer.fill(box, String(value));
  }
}

/** The title under which the form shows a field in a locale. */
const titleOf = ({ name, isLocalized }: HostField, localeName: string): string =>
  isLocalized ? `${name} | ${localeName}` : name;

/** Everything that is to be written in a tab, in the order of the form; of each text first the original, `first`. */
export function listWanted(
  form: HostForm,
  wanted: HostForm['values'],
  tab: string,
  first: string,
): WantedValue[] {
  const locales = form.locales.toSorted(
    (a, b) => Number(b.code.startsWith(first)) - Number(a.code.startsWith(first)),
  );
  return form.fields
    .filter((field) => field.tab === tab && field.widget !== 'hidden')
    .flatMap((field) =>
      locales.flatMap(({ code, name }): WantedValue[] => {
        const value = wanted[field.id]?.[code];
        const isThere = JSON.stringify(form.values[field.id]?.[code]) === JSON.stringify(value);
        return value === undefined || isThere ? [] : [{ field, title: titleOf(field, name), value }];
      }),
    );
}
