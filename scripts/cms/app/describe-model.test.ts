import { describe, expect, it } from 'vitest';
import { locales } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import { buildEditorInterface } from '@/sources/contentful/model/editor-interfaces';
import { listStoredFields } from '@/sources/contentful/stored-fields';
import { describeModel } from './describe-model';
import type { Part } from '@scripts/forms/describe/description';

describe('the description of the model', () => {
  it.each(contentTypeNames)('has no code in what editors read of Contentful’s own help (%s)', (type) => {
    const { controls } = buildEditorInterface(type, { definitionId: 'x' });
    const fields = listStoredFields(type);
    const flags = fields.flatMap(({ place }) => (place.kind === 'flags' ? place.names : []));
    // An id of one small word, such as `title`, is a word of the language too.
    const ids = [...fields.map(({ id }) => id), ...flags].filter((id) => /[A-Z]/.test(id));
    const codes = controls.flatMap(({ fieldId, settings }) =>
      ['JSON', 'IANA', 'ISO', 'M49', '001', ...ids]
        .filter((code) => new RegExp(String.raw`\b${code}\b`).test(settings['helpText'] ?? ''))
        .map((code) => `${fieldId}: ${code}`),
    );
    expect(codes).toEqual([]);
  });

  it.each(locales)('names every field and part in the language (%s)', (locale) => {
    const labels = Object.values(describeModel(locale).types).flatMap(({ label: name, fields }) => [
      name,
      ...fields.flatMap(({ label, help, control }) => {
        const parts: readonly Part[] = 'parts' in control ? control.parts : [];
        return [label, help, ...parts.flatMap((part) => [part.label, part.help])];
      }),
    ]);
    expect(labels.filter((text) => text.trim() === '')).toEqual([]);
    if (locale === 'fr') expect(labels).toContain('Clôture\u00A0: fuseau horaire');
  });
});
