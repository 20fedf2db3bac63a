/** Brings one content type of a space up to date: its fields and its editor. */
import type { ContentTypeProps, CreateContentTypeProps, EditorInterfaceProps } from 'contentful-management';
import type { ContentTypeName } from '@/model/types/entry';
import { buildEditorInterface, type EditorApp } from '@/sources/contentful/model/editor-interfaces';
import { ManagementError, type RequestRunner } from '../management';
import { buildSpaceEditor, hasNewDefinition, type TypePlan } from './type-plan';

/** Writes a content type if it differs, and publishes it. Entries can have its fields only then. */
async function writeContentType(ask: RequestRunner, plan: TypePlan): Promise<void> {
  const { type, stored, definition, differences } = plan;
  const contentTypeId = type;
  // The client's type of a field has no read-only parts.
  const ours = structuredClone(definition) as unknown as CreateContentTypeProps;
  const written =
    stored && differences.length === 0
      ? stored
      : await ask(`writing the content type ${type}`, (client) =>
          stored
            ? client.contentType.update({ contentTypeId }, { ...stored, ...ours } as ContentTypeProps)
            : client.contentType.createWithId({ contentTypeId }, ours),
        );
  await ask(`publishing the content type ${type}`, (client) =>
    client.contentType.publish({ contentTypeId }, written),
  );
}

/**
 * Writes the editor of a type, with this app or else the one that it has. Controls of fields that only the space has stay.
 * Resolves to false if the space doesn't have the type.
 */
export async function writeEditor(
  ask: RequestRunner,
  type: ContentTypeName,
  app?: EditorApp,
): Promise<boolean> {
  const theirs = await ask(`reading the editor of ${type}`, (client) =>
    client.editorInterface.get({ contentTypeId: type }),
  ).catch((error: unknown) => {
    if (error instanceof ManagementError && error.status === 404) return undefined;
    throw error;
  });
  if (!theirs) return false;
  const ours = app ? buildEditorInterface(type, app) : buildSpaceEditor(type, theirs);
  const ids = new Set(ours.controls.map(({ fieldId }) => fieldId));
  const others = (theirs.controls ?? []).filter(({ fieldId }) => !ids.has(fieldId));
  // The client's type of an editor has no read-only parts.
  const changed = { ...theirs, ...ours, controls: [...ours.controls, ...others] };
  await ask(`writing the editor of ${type}`, (client) =>
    client.editorInterface.update({ contentTypeId: type }, changed as unknown as EditorInterfaceProps),
  );
  return true;
}

/** Carries out the plan of a type. Rejects with a `ManagementError`. */
export async function writeType(
  ask: RequestRunner,
  plan: TypePlan,
  print: (line: string) => void,
): Promise<void> {
  if (hasNewDefinition(plan)) {
    await writeContentType(ask, plan);
    print(`Wrote and published the content type ${plan.type}.`);
  }
  if (plan.hasOtherEditor) await writeEditor(ask, plan.type);
}
