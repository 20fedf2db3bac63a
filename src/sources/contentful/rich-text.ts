/** Finds Contentful's rich text, which the model has no fields for: its long texts are Markdown. */
import type { ProblemFinding } from '@/model/problems';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { isRecord, readNested } from './json';
import { listStoredFields } from './stored-fields';
import type { LocaleCodes } from './wire';

const isRichText = (value: unknown) => readNested(value, 'nodeType') === 'document';

/** Returns a finding for each field of an entry that has rich text, in the first language that has it. */
export function findRichText(
  type: ContentTypeName,
  fields: RawFields,
  codes: LocaleCodes,
): (ProblemFinding & Pick<ProblemFinding, 'severity'>)[] {
  return listStoredFields(type).flatMap(({ id, meta, localized, shape }): ProblemFinding[] => {
    const values = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (!isRecord(values)) return [];
    const code = Object.keys(values).find((key) => isRichText(values[key]));
    if (code === undefined) return [];
    const locale = [...codes.byLocale].find(([, one]) => one === code)?.[0];
    return [
      {
        code: 'field-rich-text',
        severity: 'blocks',
        field: id,
        ...(localized && locale && { locale }),
        message: `is of the type Rich Text in Contentful, and “${meta.label}” is ${shape.type === 'Text' ? 'long text in Markdown' : 'another type'}`,
        hint: 'In Contentful, give this field another id and omit it (Content model), run npm run cms -- setup, which brings in the field with the right type, and copy the text into it.',
      },
    ];
  });
}
