import { unwrap } from '@/model/fields/fields';
import { isRecord } from '@/model/json';
import type { CellContext } from './cell-terms';
import { convertValue } from './convert-value';
import { getImportFields } from '../import-fields';
import type { ImportType } from '../import-types';

type Fields = Readonly<Record<string, unknown>>;

/** Adds a missing part to a group. Other values are returned unchanged. */
function addPart(group: unknown, part: string, value: unknown): unknown {
  return isRecord(group) && !Object.hasOwn(group, part) ? { ...group, [part]: value } : group;
}

/**
 * Fills blank cells of shared fields, or of those of a language, with the defaults of a mapping. A path names a field, a part of a group, or a part of each item of a
 * list (`languages.level`). A part alone creates no optional group: there is no closing zone without a closing day.
 */
export function applyDefaults(
  fields: Fields,
  type: ImportType,
  defaults: ReadonlyMap<string, unknown>,
  context: CellContext,
  isLocalized: boolean,
): Record<string, unknown> {
  const filled: Record<string, unknown> = { ...fields };
  for (const [path, words] of defaults) {
    const field = getImportFields(type).get(path);
    if (!field || field.localized !== isLocalized) continue;
    const [first = '', part] = path.split('.');
    const value = convertValue(field.schema, words, path, context);
    const whole = getImportFields(type).get(first)?.schema;
    const present = filled[first] ?? (whole && unwrap(whole) === whole ? {} : undefined);
    if (part === undefined) filled[first] ??= value;
    else if (!field.isItemPart) filled[first] = addPart(present, part, value);
    else if (Array.isArray(present)) filled[first] = present.map((item) => addPart(item, part, value));
  }
  return filled;
}
