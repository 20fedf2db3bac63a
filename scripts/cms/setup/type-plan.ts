/** Plans what has to be done so that a space has one of our content types. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeProps, EditorInterfaceProps } from 'contentful-management';
import type { ContentTypeName } from '@/model/types/entry';
import type { EditorTab } from '@/model/fields/fields';
import { listModelFields } from '@/sources/contentful/stored-fields';
import {
  buildContentTypeDefinition,
  type ContentTypeDefinition,
  type FieldDefinition,
} from '@/sources/contentful/model/content-types';
import {
  buildEditorInterface,
  type EditorApp,
  type EditorInterface,
} from '@/sources/contentful/model/editor-interfaces';
import type { RequestRunner } from '../management';
import { compareContentTypes, type ModelDifference } from './compare-content-types';
import { chooseNextFields, listReplacements, maximumFields } from './former-fields';
import { readFormerValues, type FormerValues } from './former-values';

/** The plan for one content type. */
export interface TypePlan {
  readonly type: ContentTypeName;
  readonly differences: readonly ModelDifference[];
  /** The space's own one; undefined if the space lacks it. */
  readonly stored: ContentTypeProps | undefined;
  /** True if the space has it, but never published it, or not its latest change. */
  readonly isUnpublished: boolean;
  readonly hasOtherEditor: boolean;
  /** The content type that is written next: the model’s, as far as there is room. */
  readonly definition: ContentTypeDefinition;
  /** The former fields in the space. */
  readonly former: readonly string[];
  readonly values: FormerValues;
  /** Former fields whose values can be moved once the content type is written. */
  readonly replaced: readonly string[];
  /** Former fields that editors still see although they are replaced, or that are delivered although they are empty. */
  readonly retiring: readonly string[];
  /** Former fields that editors don't see although there is no room yet for those in their place. */
  readonly returning: readonly string[];
  readonly deleting: readonly string[];
  /** Fields of ours for which there is no room yet. */
  readonly waiting: readonly string[];
}

function pickDefinition(stored: ContentTypeProps): ContentTypeDefinition {
  const { name, description, displayField, fields } = stored;
  return { name, description, displayField, fields } as unknown as ContentTypeDefinition;
}

/** Returns the app of an editor, if it shows fields of ours and stands in the sidebar. */
export function findEditorApp({
  controls = [],
  sidebar = [],
}: Pick<EditorInterfaceProps, 'controls' | 'sidebar'>): EditorApp | undefined {
  const inSidebar = sidebar.filter(({ widgetNamespace }) => widgetNamespace === 'app');
  const app = inSidebar.find(({ widgetId }) =>
    controls.some((control) => control.widgetNamespace === 'app' && control.widgetId === widgetId),
  );
  return app && { definitionId: app.widgetId };
}

/** Returns the former fields that editors fill in as long as those in their place aren’t there, by tab. */
function listUsedFormer(
  type: ContentTypeName,
  fields: readonly Pick<FieldDefinition, 'id' | 'disabled'>[],
): ReadonlyMap<EditorTab, readonly { readonly fieldId: string }[]> {
  const replacements = listReplacements(type);
  const used = new Set(fields.flatMap(({ id, disabled }) => (replacements.has(id) && !disabled ? [id] : [])));
  const byTab = Map.groupBy(
    listModelFields(type).filter(({ id }) => used.has(id)),
    ({ meta }) => meta.tab ?? 'what',
  );
  return new Map([...byTab].map(([tab, ofTab]) => [tab, ofTab.map(({ id }) => ({ fieldId: id }))]));
}

/** Builds the editor of a type for the fields that the space has, with the app that the space’s own editor has. */
export function buildSpaceEditor(
  type: ContentTypeName,
  fields: readonly Pick<FieldDefinition, 'id' | 'disabled'>[],
  theirs: EditorInterfaceProps,
): EditorInterface {
  const present = new Set(fields.map(({ id }) => id));
  const former = listUsedFormer(type, fields);
  const editor = buildEditorInterface(type, findEditorApp(theirs));
  const isPresent = ({ fieldId }: { readonly fieldId: string }) => present.has(fieldId);
  return {
    ...editor,
    controls: editor.controls.filter(isPresent),
    editorLayout: editor.editorLayout.map((tab) => ({
      ...tab,
      items: [...tab.items.filter(isPresent), ...(former.get(tab.groupId) ?? [])],
    })),
  };
}

async function hasOtherEditor(
  ask: RequestRunner,
  type: ContentTypeName,
  fields: readonly FieldDefinition[],
): Promise<boolean> {
  const theirs = await ask(`reading the editor of ${type}`, (client) =>
    client.editorInterface.get({ contentTypeId: type }),
  );
  const ours = buildSpaceEditor(type, fields, theirs);
  const ids = new Set(ours.controls.map(({ fieldId }) => fieldId));
  // Controls of fields that only the space has are its own.
  const known = (theirs.controls ?? []).filter(({ fieldId }) => ids.has(fieldId));
  const { editorLayout, groupControls, sidebar } = theirs;
  return !isDeepStrictEqual(
    { controls: known, editorLayout, groupControls, ...(ours.sidebar && { sidebar }) },
    ours,
  );
}

const byId = (fields: readonly FieldDefinition[]) => new Map(fields.map((field) => [field.id, field]));

/** True if the latest version of a content type is published. Publishing gives it a further version. */
const isFullyPublished = ({ version, publishedVersion }: ContentTypeProps['sys']) =>
  publishedVersion !== undefined && version === publishedVersion + 1;

/** Reads what a space has of a content type, and plans the next step. Rejects with a `ManagementError`. */
export async function planType(
  ask: RequestRunner,
  type: ContentTypeName,
  stored: ContentTypeProps | undefined,
  { code, deletes }: { readonly code: string; readonly deletes: boolean },
): Promise<TypePlan> {
  const ours = buildContentTypeDefinition(type, code);
  const theirs = stored && pickDefinition(stored);
  const replacements = listReplacements(type);
  const before = theirs?.fields ?? [];
  const former = before.flatMap(({ id }) => (replacements.has(id) ? [id] : []));
  const layout = { defaultCode: code, fieldIds: new Map([[type, new Set(before.map(({ id }) => id))]]) };
  const values = await readFormerValues(ask, type, former, layout);
  const isUnpublished = stored !== undefined && !isFullyPublished(stored.sys);
  const { fields, waiting } = chooseNextFields(type, ours.fields, before, {
    empty: values.empty,
    deletes,
    isPublished: !isUnpublished,
  });
  const after = byId(fields);
  // Only then it has an editor.
  const wasNeverPublished = stored?.sys.publishedVersion === undefined;
  const replacing = new Set(former.flatMap((id) => replacements.get(id) ?? []));
  const replaced = former.filter((id) => replacements.get(id)?.every((one) => after.has(one)) ?? false);
  const isAdapted = (id: string) => {
    const [now, next] = [byId(before).get(id), after.get(id)];
    return (
      !next ||
      (now?.disabled === next.disabled && now.omitted === next.omitted && now.required === next.required)
    );
  };
  const adapting = former.filter((id) => !isAdapted(id));
  const chosen = { ...ours, fields: ours.fields.filter(({ id }) => after.has(id)) };
  return {
    type,
    differences: compareContentTypes(chosen, theirs, replacing),
    stored,
    isUnpublished,
    hasOtherEditor: wasNeverPublished || (await hasOtherEditor(ask, type, fields)),
    definition: { ...ours, fields },
    former,
    values,
    replaced,
    retiring: adapting.filter((id) => replaced.includes(id)),
    returning: adapting.filter((id) => !replaced.includes(id)),
    deleting: former.filter((id) => !after.has(id)),
    waiting,
  };
}

/** True if the content type itself has to be written. */
export function hasNewDefinition(plan: TypePlan): boolean {
  const { differences, retiring, returning, deleting, isUnpublished } = plan;
  return isUnpublished || [differences, retiring, returning, deleting].some(({ length }) => length > 0);
}

/** True if the space has the content type as the model has it, and no value in a former field. */
export function isTypeDone(plan: TypePlan): boolean {
  const { values, waiting, hasOtherEditor: other } = plan;
  const { movable, odd, unpublished } = values;
  const isMoved = [movable, odd, unpublished].every(({ length }) => length === 0);
  return !hasNewDefinition(plan) && !other && isMoved && waiting.length === 0;
}

/** Says why a type can never have all fields of ours; undefined if it can. */
export function findMissingRoom({ type, stored, former }: TypePlan, code: string): string | undefined {
  const ours = buildContentTypeDefinition(type, code).fields.map(({ id }) => id);
  const own = (stored?.fields ?? []).map(({ id }) => id).filter((id) => ![...ours, ...former].includes(id));
  if (ours.length + own.length <= maximumFields) return undefined;
  return `${type} would have ${ours.length + own.length} fields with its own ${own.join(', ')}`;
}
