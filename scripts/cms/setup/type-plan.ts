/** Plans what has to be done so that a space has one of our content types. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeProps, EditorInterfaceProps } from 'contentful-management';
import type { ContentTypeName } from '@/model/types/entry';
import {
  buildContentTypeDefinition,
  type ContentTypeDefinition,
} from '@/sources/contentful/model/content-types';
import {
  buildEditorInterface,
  type EditorApp,
  type EditorInterface,
} from '@/sources/contentful/model/editor-interfaces';
import type { RequestRunner } from '../management';
import { compareContentTypes } from './compare-content-types';

/** The most fields of a content type (Contentful’s technical limits). */
export const maximumFields = 50;

/** The plan for one content type. */
export type TypePlan = Awaited<ReturnType<typeof planType>>;

function pickDefinition(stored: ContentTypeProps): ContentTypeDefinition {
  const { name, description, displayField, fields } = stored;
  return { name, description, displayField, fields } as unknown as ContentTypeDefinition;
}

/** Returns the app of an editor, if it shows fields of ours and stands in the sidebar. */
function findEditorApp({
  controls = [],
  sidebar = [],
}: Pick<EditorInterfaceProps, 'controls' | 'sidebar'>): EditorApp | undefined {
  const inSidebar = sidebar.filter(({ widgetNamespace }) => widgetNamespace === 'app');
  const app = inSidebar.find(({ widgetId }) =>
    controls.some((control) => control.widgetNamespace === 'app' && control.widgetId === widgetId),
  );
  return app && { definitionId: app.widgetId };
}

/** Builds the editor of a type with the app that the space’s own editor has. */
export function buildSpaceEditor(type: ContentTypeName, theirs: EditorInterfaceProps): EditorInterface {
  return buildEditorInterface(type, findEditorApp(theirs));
}

async function hasOtherEditor(ask: RequestRunner, type: ContentTypeName): Promise<boolean> {
  const theirs = await ask(`reading the editor of ${type}`, (client) =>
    client.editorInterface.get({ contentTypeId: type }),
  );
  const ours = buildSpaceEditor(type, theirs);
  const ids = new Set(ours.controls.map(({ fieldId }) => fieldId));
  // Controls of fields that only the space has are its own.
  const known = (theirs.controls ?? []).filter(({ fieldId }) => ids.has(fieldId));
  const { editorLayout, groupControls, sidebar } = theirs;
  return !isDeepStrictEqual(
    { controls: known, editorLayout, groupControls, ...(ours.sidebar && { sidebar }) },
    ours,
  );
}

/** True if the latest version of a content type is published. Publishing gives it a further version. */
const isFullyPublished = ({ version, publishedVersion }: ContentTypeProps['sys']) =>
  publishedVersion !== undefined && version === publishedVersion + 1;

/**
 * Compares a content type of a space with the model's for a space whose default locale has the code `code`. Rejects with
 * a `ManagementError`.
 */
export async function planType(
  ask: RequestRunner,
  type: ContentTypeName,
  stored: ContentTypeProps | undefined,
  code: string,
) {
  const ours = buildContentTypeDefinition(type, code);
  const theirs = stored && pickDefinition(stored);
  const ids = new Set(ours.fields.map(({ id }) => id));
  const own = (theirs?.fields ?? []).filter(({ id }) => !ids.has(id));
  // Only then it has an editor.
  const wasNeverPublished = stored?.sys.publishedVersion === undefined;
  return {
    type,
    differences: compareContentTypes(ours, theirs),
    /** The space's own one; undefined if the space lacks it. */
    stored,
    /** True if the space has it, but never published it, or not its latest change. */
    isUnpublished: stored !== undefined && !isFullyPublished(stored.sys),
    hasOtherEditor: wasNeverPublished || (await hasOtherEditor(ask, type)),
    /** The content type that is written: the model’s, with the fields that only the space has after its own. */
    definition: { ...ours, fields: [...ours.fields, ...own] },
    /** The ids of the fields that only the space has. */
    ownFields: own.map(({ id }) => id),
  };
}

/** True if the content type itself has to be written or published. */
export function hasNewDefinition({ differences, isUnpublished }: TypePlan): boolean {
  return isUnpublished || differences.length > 0;
}

/** True if the space has the content type as the model has it. */
export function isTypeDone(plan: TypePlan): boolean {
  return !hasNewDefinition(plan) && !plan.hasOtherEditor;
}

/** Says why a type can't have all fields of ours; undefined if it can. */
export function findMissingRoom({ type, definition, ownFields }: TypePlan): string | undefined {
  const { length } = definition.fields;
  if (length <= maximumFields) return undefined;
  return `${type} would have ${length} fields with its own ${ownFields.join(', ')}`;
}

const signs = { adds: '+', narrows: '!', impossible: '✗' } as const;

/** Formats the plan as lines. `+` adds something, `!` needs attention, `✗` can't be done. */
export function formatTypePlan({
  type,
  differences,
  isUnpublished,
  hasOtherEditor: other,
}: TypePlan): string[] {
  return [
    ...differences.map(({ weight, words }) => `${signs[weight]} ${type} ${words}`),
    ...(isUnpublished && differences.length === 0 ? [`+ ${type} is published`] : []),
    ...(other ? [`+ ${type} gets its editor: tabs, controls and help texts`] : []),
  ];
}
