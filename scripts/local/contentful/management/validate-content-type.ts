/** Validates changes of content types as Contentful does. */
import type { ContentTypeDefinition } from '@/sources/contentful/model/content-types';
import type { WriteFault } from './validate-write';

const maximumFields = 50;

/** Returns the faults of a content type. */
export function checkContentType({ displayField, fields }: ContentTypeDefinition): WriteFault[] {
  const ids = fields.map(({ id }) => id);
  return [
    ...(fields.length > maximumFields
      ? [
          {
            name: 'size',
            path: ['fields'],
            max: maximumFields,
            details: `Size must be at most ${maximumFields}`,
          },
        ]
      : []),
    ...(new Set(ids).size < ids.length ? [{ name: 'uniqueFieldIds', path: ['fields'] }] : []),
    ...(ids.includes(displayField) ? [] : [{ name: 'unknown', path: ['displayField'] }]),
    ...fields.flatMap(({ id, type, items, linkType }, index) =>
      /^[a-zA-Z][a-zA-Z0-9_]{0,63}$/.test(id) &&
      (type !== 'Array' || items !== undefined) &&
      (type !== 'Link' || linkType !== undefined)
        ? []
        : [{ name: 'invalid', path: ['fields', index] }],
    ),
  ];
}

/** True if a change takes a published field away that wasn't omitted before. Contentful refuses that. */
export function deletesVisibleField(
  published: ContentTypeDefinition | undefined,
  { fields }: ContentTypeDefinition,
): boolean {
  const ids = new Set(fields.map(({ id }) => id));
  return (published?.fields ?? []).some(({ id, omitted }) => !omitted && !ids.has(id));
}
