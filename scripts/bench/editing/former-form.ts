/** The form for opportunities as it was before the app: groups as JSON, choices by their ids. To compare with. */
import { fieldMeta, unwrap } from '@/model/fields/fields';
import { idsOf } from '@/model/fields/limits';
import { listModelFields, type StoredField } from '@/sources/contentful/stored-fields';
import { z } from 'zod';
import { hostLocales, type HostField, type HostForm } from '@scripts/local/app-host/host-form';

/** Lists with at most so many choices had checkboxes, single choices buttons; others were typed or in a list. */
const mostCheckboxes = 20;
const mostRadios = 5;

function chooseListWidget(element: z.core.$ZodType): string {
  if (fieldMeta(element).widget === 'reference') return 'entryLinksEditor';
  return (idsOf(element)?.length ?? Infinity) <= mostCheckboxes ? 'checkbox' : 'tagEditor';
}

function chooseWidget({ schema, shape, meta }: StoredField): string {
  if (shape.type === 'Object') return 'objectEditor';
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return chooseListWidget(inner.element as z.core.$ZodType);
  const widgets: Readonly<Record<string, string>> = {
    markdown: 'markdown',
    lines: 'multipleLine',
    number: 'numberEditor',
    flag: 'boolean',
    date: 'datePicker',
    choice: (idsOf(inner)?.length ?? 0) <= mostRadios ? 'radio' : 'dropdown',
    reference: 'entryLinkEditor',
    media: 'assetLinkEditor',
  };
  return widgets[meta.widget] ?? 'singleLine';
}

function toHostField(field: StoredField): HostField {
  const { id, meta, shape, localized, required, schema } = field;
  const inner = unwrap(schema);
  const choices = idsOf(inner instanceof z.ZodArray ? (inner.element as z.core.$ZodType) : inner) ?? [];
  return {
    id,
    name: meta.label,
    type: shape.type,
    tab: meta.tab ?? 'what',
    help: meta.help,
    isLocalized: localized,
    isRequired: required,
    widget: meta.widget === 'internal' ? 'hidden' : chooseWidget(field),
    choices,
  };
}

/** Values that a new entry had of itself. */
function readDefaults(fields: readonly StoredField[]): HostForm['values'] {
  return Object.fromEntries(
    fields.flatMap(({ id, schema }) => {
      const value: unknown = schema instanceof z.ZodDefault ? schema.def.defaultValue : undefined;
      return value === undefined || Array.isArray(value) ? [] : [[id, { 'en-US': value }]];
    }),
  );
}

/** The form of a new opportunity. The tabs are those of the present form. */
export function buildFormerForm(tabs: HostForm['tabs']): HostForm {
  const fields = listModelFields('opportunity');
  return {
    type: 'opportunity',
    fields: fields.map(toHostField),
    tabs,
    locales: hostLocales,
    values: readDefaults(fields),
    uiLanguage: 'en',
    sys: { id: 'the-entry', version: 1, updatedAt: '2026-11-25T12:00:00.000Z' },
    parameters: {},
    hasSidebar: false,
    contentTypes: {},
  };
}
