/** Brings one content type of a space up to date: its fields, the values of its entries, and its editor. */
import type { ContentTypeProps, CreateContentTypeProps, EditorInterfaceProps } from 'contentful-management';
import type { RequestRunner } from '../management';
import type { ArchiveJournal } from './archive-journal';
import { formatTypePlan } from './format-type-plan';
import { moveFormerValues } from './move-values';
import { buildSpaceEditor, hasNewDefinition, isTypeDone, planType, type TypePlan } from './type-plan';

/** Writes a content type if it differs, and publishes it. Entries can have its fields only then. */
async function writeContentType(ask: RequestRunner, plan: TypePlan): Promise<ContentTypeProps> {
  const { type, stored, definition } = plan;
  const contentTypeId = type;
  // The client's type of a field has no read-only parts.
  const ours = structuredClone(definition) as unknown as CreateContentTypeProps;
  const doing = `writing the content type ${type}`;
  const isWritten = stored && !hasNewDefinition({ ...plan, isUnpublished: false });
  const written = isWritten
    ? stored
    : await ask(doing, (client) =>
        stored
          ? client.contentType.update({ contentTypeId }, { ...stored, ...ours } as ContentTypeProps)
          : client.contentType.createWithId({ contentTypeId }, ours),
      );
  return ask(`publishing the content type ${type}`, (client) =>
    client.contentType.publish({ contentTypeId }, written),
  );
}

async function writeEditor(ask: RequestRunner, { type, definition }: TypePlan): Promise<void> {
  const theirs = await ask(`reading the editor of ${type}`, (client) =>
    client.editorInterface.get({ contentTypeId: type }),
  );
  const { controls, ...layout } = buildSpaceEditor(type, definition.fields, theirs);
  const ours = new Set(controls.map(({ fieldId }) => fieldId));
  const present = new Set(definition.fields.map(({ id }) => id));
  const others = (theirs.controls ?? []).filter(({ fieldId }) => !ours.has(fieldId) && present.has(fieldId));
  const changed = {
    ...theirs,
    ...layout,
    controls: [...controls, ...others],
  } as unknown as EditorInterfaceProps;
  await ask(`writing the editor of ${type}`, (client) =>
    client.editorInterface.update({ contentTypeId: type }, changed),
  );
}

/** More rounds than the fields of a type need to get room. */
const maximumRounds = 20;

/** The parts of a setup that are the same for each type. */
export interface WriteContext {
  readonly ask: RequestRunner;
  /** The code of the space's default locale. */
  readonly code: string;
  /** True if former fields are deleted once they are empty. */
  readonly deletes: boolean;
  readonly journal: ArchiveJournal;
  readonly print: (line: string) => void;
}

/**
 * Carries out the plan of a type step by step: fields, then values, then the former fields, which may make room for
 * further ones. After an interruption it goes on with what is left. Rejects with a `ManagementError`.
 */
export async function writeType(
  { ask, code, deletes, journal, print }: WriteContext,
  first: TypePlan,
): Promise<void> {
  const { type } = first;
  const planAgain = async () => {
    const contentTypeId = type;
    const now = await ask(`reading the content type ${type}`, (client) =>
      client.contentType.get({ contentTypeId }),
    );
    return planType(ask, type, now, { code, deletes });
  };
  // Other types may have taken a while since the first plan, and what is deleted must be empty now.
  let plan = first.deleting.length > 0 ? await planAgain() : first;
  for (let round = 0; round < maximumRounds && !isTypeDone(plan); round += 1) {
    let { stored } = plan;
    if (hasNewDefinition(plan) || !stored) {
      stored = await writeContentType(ask, plan);
      print(`Wrote and published the content type ${type}.`);
    }
    const { replaced, values } = plan;
    if (replaced.length > 0) {
      const fieldIds = new Map([[type, new Set(stored.fields.map(({ id }) => id))]]);
      const layout = { defaultCode: code, fieldIds };
      await moveFormerValues({ ask, type, former: replaced, layout, journal, print }, values);
    }
    if (plan.hasOtherEditor) await writeEditor(ask, plan);
    const before = formatTypePlan(plan, deletes).join();
    plan = await planAgain();
    if (formatTypePlan(plan, deletes).join() === before) return;
  }
}
