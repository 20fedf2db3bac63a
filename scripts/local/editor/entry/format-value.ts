/** Formats a field's value as text, with the labels of the editor's form. */
import type { EditorTranslate } from '@/i18n/editor';
import { stringify } from 'yaml';
import type { EditorField } from '../config/fields';

interface Option {
  readonly value: unknown;
  readonly label: string;
}

const readOptions = (field: EditorField | undefined) => (field?.['options'] ?? []) as readonly Option[];

/** `(status, 'filled') -> 'Filled'`; a list has a line for each item, a group a line for each of its fields. */
export function formatValue(t: EditorTranslate, field: EditorField | undefined, value: unknown): string {
  if (value === undefined || value === null || value === '') return t('(empty)');
  if (Array.isArray(value)) {
    const item = (field?.['field'] ?? (field?.['fields'] ? { ...field, widget: 'object' } : field)) as
      EditorField | undefined;
    return value.map((one: unknown) => formatValue(t, item, one)).join('\n');
  }
  if (typeof value === 'object') {
    const fields = (field?.['fields'] ?? []) as readonly EditorField[];
    return Object.entries(value)
      .map(([name, part]) => {
        const own = fields.find((one) => one.name === name);
        return `${own?.label ?? name}: ${formatValue(t, own, part)}`;
      })
      .join('\n');
  }
  if (typeof value === 'boolean') return value ? t('Yes') : t('No');
  const option = readOptions(field).find((one) => one.value === value);
  return option?.label ?? (typeof value === 'string' ? value : stringify(value).trim());
}
