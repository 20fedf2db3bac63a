/** Derives the editors of Contentful from the model: a control and a help text for each field, in tabs. */
import type { ContentTypeName } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { editorTabs, fieldMeta, unwrap, type EditorTab, type Widget } from '@/model/fields/fields';
import { fixedIdsOf, idsOf } from '@/model/fields/limits';
import { z } from 'zod';
import { listStoredFields, type StoredField } from '../stored-fields';

/** The app that shows what Contentful's own controls can't: groups, and the names of choices. */
export interface EditorApp {
  readonly definitionId: string;
}

/** The names of the tabs. */
const tabNames: Readonly<Record<EditorTab, string>> = {
  what: 'What',
  who: 'Who',
  when: 'When',
  apply: 'Apply',
  editorial: 'Editorial',
};

/** The most choices that are shown as radio buttons. */
const fewChoices = 5;

function chooseListWidget(element: z.core.$ZodType): string {
  const { widget } = fieldMeta(element);
  if (widget === 'reference') return 'entryLinksEditor';
  // A list separated by commas would split texts that contain commas.
  return widget === 'choice' ? 'checkbox' : 'tagEditor';
}

const builtinWidgets: Readonly<Partial<Record<Widget, string>>> = {
  markdown: 'markdown',
  lines: 'multipleLine',
  number: 'numberEditor',
  flag: 'boolean',
  date: 'datePicker',
  reference: 'entryLinkEditor',
  media: 'assetLinkEditor',
};

function chooseBuiltinWidget({ schema, shape, meta }: StoredField): string {
  if (shape.type === 'Object') return 'objectEditor';
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return chooseListWidget(inner.element as z.core.$ZodType);
  if (meta.widget === 'choice') return (idsOf(inner)?.length ?? 0) <= fewChoices ? 'radio' : 'dropdown';
  if (meta.holds === 'time-zone') return 'dropdown';
  // Contentful’s own control for slugs would fill in every one, and they would no longer follow the title.
  return builtinWidgets[meta.widget] ?? 'singleLine';
}

/** Describes the JSON of a value: `{"min": number, "max": number}`. */
function describeJson(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return `[${describeJson(inner.element as z.core.$ZodType)}, …]`;
  if (inner instanceof z.ZodObject) {
    const parts = Object.entries<z.core.$ZodType>(inner.shape).map(
      ([key, part]) => `"${key}": ${describeJson(part)}`,
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

/** Joins the help texts of a group's fields. */
function buildPartsHelp(schema: z.core.$ZodType): string {
  const inner = unwrap(schema);
  const group = inner instanceof z.ZodArray ? unwrap(inner.element as z.core.$ZodType) : inner;
  if (!(group instanceof z.ZodObject)) return '';
  return Object.entries<z.core.$ZodType>(group.shape)
    .map(
      ([key, part]) => `${key}${unwrap(part) === part ? '' : ' (if there is one)'}: ${fieldMeta(part).help}`,
    )
    .join(' ');
}

/** Names the flags by the ids that Contentful's own checked list shows: `microTask is “Micro-task”`. */
function buildFlagsHelp(type: ContentTypeName, names: readonly string[]): string {
  const shape: Readonly<Record<string, z.core.$ZodType | undefined>> = contentTypes[type].shared.shape;
  return names
    .flatMap((name) => (shape[name] ? [`${name} is “${fieldMeta(shape[name]).label}”.`] : []))
    .join(' ');
}

function buildHelp(
  type: ContentTypeName,
  { meta, shape, schema, place }: StoredField,
  hasApp: boolean,
): string {
  // The app shows names, so that the codes which only files need may be left out.
  if (hasApp) return meta.help;
  if (place.kind === 'flags') return `${meta.help} ${buildFlagsHelp(type, place.names)}`;
  if (shape.type !== 'Object') return meta.help;
  return `${meta.help} Written as JSON: ${describeJson(schema)}. ${buildPartsHelp(schema)}`.trim();
}

function buildSettings(
  type: ContentTypeName,
  field: StoredField,
  hasApp: boolean,
): Readonly<Record<string, string>> {
  const helpText = buildHelp(type, field, hasApp);
  switch (field.meta.widget) {
    case 'date':
      return { helpText, format: 'dateonly', ampm: '24' };
    case 'flag':
      return { helpText, trueLabel: 'Yes', falseLabel: 'No' };
    default:
      return { helpText };
  }
}

/** True for a field that the app shows if there is one: groups, lists, time zones, and choices, whose names it knows. */
export function isForApp({ schema, shape, meta }: StoredField): boolean {
  if (shape.type === 'Object' || meta.holds === 'time-zone') return true;
  return shape.type === 'Array' ? shape.items.type === 'Symbol' : fieldMeta(schema).widget === 'choice';
}

const chooseWidget = (field: StoredField, app: EditorApp | undefined) =>
  app && isForApp(field)
    ? { widgetNamespace: 'app' as const, widgetId: app.definitionId }
    : { widgetNamespace: 'builtin' as const, widgetId: chooseBuiltinWidget(field) };

/** Contentful's own sidebar, with the app below the state of publication. */
function buildSidebar({ definitionId }: EditorApp) {
  const builtin = (widgetId: string) => ({ widgetNamespace: 'sidebar-builtin' as const, widgetId });
  return [
    builtin('publication-widget'),
    { widgetNamespace: 'app' as const, widgetId: definitionId },
    ...[
      'content-workflows-tasks-widget',
      'content-preview-widget',
      'incoming-links-widget',
      'translation-widget',
      'versions-widget',
    ].map(builtin),
  ];
}

/**
 * Builds the editor of a type in the shape of the Management API. Empty tabs are left out, and fields that programs keep. Without
 * an app every field has a control of Contentful's own, and the space's own sidebar stays.
 */
export function buildEditorInterface(type: ContentTypeName, app?: EditorApp) {
  const fields = listStoredFields(type).filter(({ isHidden }) => !isHidden);
  const groups = editorTabs
    .map((tab) => ({
      tab,
      items: fields.flatMap(({ id, meta }) => ((meta.tab ?? 'what') === tab ? [{ fieldId: id }] : [])),
    }))
    .filter(({ items }) => items.length > 0);
  return {
    controls: fields.map((field) => ({
      fieldId: field.id,
      ...chooseWidget(field, app),
      settings: buildSettings(type, field, app !== undefined),
    })),
    editorLayout: groups.map(({ tab, items }) => ({ groupId: tab, name: tabNames[tab], items })),
    groupControls: groups.map(({ tab }) => ({
      groupId: tab,
      widgetNamespace: 'builtin' as const,
      widgetId: 'topLevelTab' as const,
    })),
    ...(app && { sidebar: buildSidebar(app) }),
  };
}

export type EditorInterface = ReturnType<typeof buildEditorInterface>;
