/** Brings one content type of a space up to date: its fields and its editor. */
import type { ContentTypeProps, CreateContentTypeProps, EditorInterfaceProps } from 'contentful-management';
import type { RequestRunner } from '../management';
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

async function writeEditor(ask: RequestRunner, { type, ownFields }: TypePlan): Promise<void> {
  const theirs = await ask(`reading the editor of ${type}`, (client) =>
    client.editorInterface.get({ contentTypeId: type }),
  );
  const { controls, ...layout } = buildSpaceEditor(type, theirs);
  const others = (theirs.controls ?? []).filter(({ fieldId }) => ownFields.includes(fieldId));
  const changed = {
    ...theirs,
    ...layout,
    controls: [...controls, ...others],
  } as unknown as EditorInterfaceProps;
  await ask(`writing the editor of ${type}`, (client) =>
    client.editorInterface.update({ contentTypeId: type }, changed),
  );
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
  if (plan.hasOtherEditor) await writeEditor(ask, plan);
}
