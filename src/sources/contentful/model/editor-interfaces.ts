/** How an editor sees a type in Contentful: a control and a help text for each field, in tabs. Derived from the model. */
import type { ContentTypeName } from '@/model/types/entry';
import { editorTabs, fieldMeta, unwrap, type EditorTab } from '@/model/fields/fields';
import { fixedIdsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';
import { storedFields, type StoredField } from '../fields';

/** The control of a field, in the shape of the Management API. */
export interface Control {
  readonly fieldId: string;
  readonly widgetNamespace: 'builtin';
  readonly widgetId: string;
  readonly settings: Readonly<Record<string, string>>;
}

/** The whole editor of a content type, in the shape of the Management API. */
export interface EditorInterface {
  readonly controls: readonly Control[];
  readonly editorLayout: readonly {
    readonly groupId: string;
    readonly name: string;
    readonly items: readonly { readonly fieldId: string }[];
  }[];
  readonly groupControls: readonly {
    readonly groupId: string;
    readonly widgetNamespace: 'builtin';
    readonly widgetId: 'topLevelTab';
  }[];
}

/** What each tab of the form is called. */
const tabNames: Readonly<Record<EditorTab, string>> = {
  what: 'What',
  who: 'Who',
  when: 'When',
  apply: 'Apply',
  editorial: 'Editorial',
};

/** As many choices as one can look through at once. */
const fewChoices = 5;
const manyChoices = 20;

function listWidget(element: z.core.$ZodType): string {
  const { widget } = fieldMeta(element);
  if (widget === 'reference') return 'entryLinksEditor';
  // A list separated by commas would cut texts that have some.
  if (widget !== 'choice') return 'tagEditor';
  return (idsOf(element)?.length ?? 0) <= manyChoices ? 'checkbox' : 'tagEditor';
}

function widgetOf({ schema, shape, meta }: StoredField): string {
  if (shape.type === 'Object') return 'objectEditor';
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return listWidget(inner.element as z.core.$ZodType);
  switch (meta.widget) {
    case 'markdown':
      return 'markdown';
    case 'lines':
      return 'multipleLine';
    case 'number':
      return 'numberEditor';
    case 'flag':
      return 'boolean';
    case 'date':
      return 'datePicker';
    case 'choice':
      return (idsOf(inner)?.length ?? 0) <= fewChoices ? 'radio' : 'dropdown';
    case 'reference':
      return 'entryLinkEditor';
    case 'media':
      return 'assetLinkEditor';
    default:
      // Contentful’s own control for slugs would fill in every one, and they would no longer follow the title.
      return 'singleLine';
  }
}

/** What a value looks like in JSON: `{"min": number, "max": number}`. */
function jsonOf(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return `[${jsonOf(inner.element as z.core.$ZodType)}, …]`;
  if (inner instanceof z.ZodObject) {
    const parts = Object.entries<z.core.$ZodType>(inner.shape).map(
      ([key, part]) => `"${key}": ${jsonOf(part)}`,
    );
    return `{${parts.join(', ')}}`;
  }
  const ids = fixedIdsOf(inner);
  switch (fieldMeta(inner).widget) {
    case 'number':
      return 'number';
    case 'flag':
      return 'true or false';
    case 'date':
      return '"2026-12-31"';
    case 'choice':
      return ids && ids.length <= fewChoices ? ids.map((id) => `"${id}"`).join(' or ') : '"id"';
    default:
      return '"text"';
  }
}

/** The help of each part, where a field has parts. */
function partsHelp(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  const group = inner instanceof z.ZodArray ? unwrap(inner.element as z.core.$ZodType) : inner;
  if (!(group instanceof z.ZodObject)) return '';
  return Object.entries<z.core.$ZodType>(group.shape)
    .map(
      ([key, part]) => `${key}${unwrap(part) === part ? '' : ' (if there is one)'}: ${fieldMeta(part).help}`,
    )
    .join(' ');
}

function helpOf({ meta, shape, schema }: StoredField): string {
  if (shape.type !== 'Object') return meta.help;
  return `${meta.help} Written as JSON: ${jsonOf(schema)}. ${partsHelp(schema)}`.trim();
}

function settingsOf(field: StoredField): Readonly<Record<string, string>> {
  const helpText = helpOf(field);
  switch (field.meta.widget) {
    case 'date':
      return { helpText, format: 'dateonly', ampm: '24' };
    case 'flag':
      return { helpText, trueLabel: 'Yes', falseLabel: 'No' };
    default:
      return { helpText };
  }
}

/** A type's editor in Contentful. Tabs in which a type has nothing are left out. */
export function editorInterface(type: ContentTypeName): EditorInterface {
  const fields = storedFields(type);
  const groups = editorTabs
    .map((tab) => ({
      tab,
      items: fields.flatMap(({ id, meta }) => ((meta.tab ?? 'what') === tab ? [{ fieldId: id }] : [])),
    }))
    .filter(({ items }) => items.length > 0);
  return {
    controls: fields.map((field) => ({
      fieldId: field.id,
      widgetNamespace: 'builtin',
      widgetId: widgetOf(field),
      settings: settingsOf(field),
    })),
    editorLayout: groups.map(({ tab, items }) => ({ groupId: tab, name: tabNames[tab], items })),
    groupControls: groups.map(({ tab }) => ({
      groupId: tab,
      widgetNamespace: 'builtin',
      widgetId: 'topLevelTab',
    })),
  };
}
