/** A value in words, with the names that its form has. */
import type { EditorTranslate } from '@/i18n/editor';
import { isRecord } from '@/model/json';
import type { FormControl, FormsDescription, Part } from '@scripts/forms/describe/description';
import { isEmpty } from '@scripts/forms/values/values';

type Vocabularies = FormsDescription['vocabularies'];

interface Formatting {
  readonly t: EditorTranslate;
  readonly vocabularies: Vocabularies;
}

function formatParts(formatting: Formatting, parts: readonly Part[], value: object): string {
  return Object.entries(value)
    .map(([name, part]) => {
      const own = parts.find((one) => one.name === name);
      return `${own?.label ?? name}: ${formatValue(formatting, own?.control, part)}`;
    })
    .join('\n');
}

/** `(status, 'filled') -> 'Filled'`; a list has a line for each item, a group a line for each of its fields. */
export function formatValue(
  formatting: Formatting,
  control: FormControl | undefined,
  value: unknown,
): string {
  const { t, vocabularies } = formatting;
  if (isEmpty(value)) return t('(empty)');
  if (Array.isArray(value)) return value.map((item) => formatValue(formatting, control, item)).join('\n');
  if (isRecord(value))
    return formatParts(formatting, control && 'parts' in control ? control.parts : [], value);
  if (typeof value === 'boolean') return value ? t('Yes') : t('No');
  const terms = control && 'vocabulary' in control ? (vocabularies[control.vocabulary] ?? []) : [];
  return terms.find(([id]) => id === value)?.[1] ?? String(value);
}
