/** For the tests of migration: a space as version 0.1.0 of this program set it up, before groups had fields of their own. */
import type { CreateContentTypeProps, PlainClientAPI } from 'contentful-management';
import { contentTypeNames, type ContentTypeName } from '@/model/types/entry';
import { buildContentTypeDefinition } from '@/sources/contentful/model/content-types';
import { listStoredFields } from '@/sources/contentful/stored-fields';

const object = (id: string, required = false, localized = false) => ({
  ...{ id, name: id, type: 'Object', required, localized, validations: [], disabled: false, omitted: false },
});

const flag = (id: string) => ({
  ...{ id, name: id, type: 'Boolean', required: false, localized: false, validations: [] },
  ...{ defaultValue: { 'en-US': false }, disabled: false, omitted: false },
});

/** The fields that were there in place of present ones. */
const formerFields: Readonly<Partial<Record<ContentTypeName, readonly object[]>>> = {
  opportunity: [
    object('hours', true),
    object('length', true),
    object('closes'),
    ...['groupsWelcome', 'microTask', 'certificate', 'reference', 'featured'].map(flag),
  ],
  organization: [object('replyRate')],
  campaign: [object('shareText', false, true), object('filter')],
};

/** Fields that the model has got since then. */
const laterFields = new Set(['provenance', 'timeZone']);

/** Makes the content types of version 0.1.0 in an empty space whose default locale is `en-US`. */
export async function makeFormerTypes(client: PlainClientAPI): Promise<void> {
  for (const contentTypeId of contentTypeNames) {
    const { fields, ...type } = buildContentTypeDefinition(contentTypeId, 'en-US');
    const apart = new Set(
      listStoredFields(contentTypeId).flatMap(({ id, place }) => (place.kind === 'field' ? [] : [id])),
    );
    const kept = fields.filter(({ id }) => !apart.has(id) && !laterFields.has(id));
    const definition = { ...type, fields: [...kept, ...(formerFields[contentTypeId] ?? [])] };
    const made = await client.contentType.createWithId(
      { contentTypeId },
      definition as unknown as CreateContentTypeProps,
    );
    await client.contentType.publish({ contentTypeId }, made);
  }
}
