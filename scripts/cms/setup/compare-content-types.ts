/** Compares a content type of a space with ours. */
import { isDeepStrictEqual } from 'node:util';
import type { ContentTypeDefinition, FieldDefinition } from '@/sources/contentful/model/content-types';
import type { Validation } from '@/sources/contentful/model/content-types';

/**
 * `adds`: nothing that is there is lost or refused. `narrows`: what is there may no longer be allowed. `impossible`:
 * Contentful can't change it.
 */
type DifferenceWeight = 'adds' | 'narrows' | 'impossible';

/** One difference, in words: `gets the field closes`. */
export interface ModelDifference {
  readonly weight: DifferenceWeight;
  readonly words: string;
}

const validationKind = (validation: Validation) =>
  Object.keys(validation).find((key) => key !== 'message') ?? '';

/** Returns a validation's rule without its message. */
const validationRule = (validation: Validation): unknown =>
  Reflect.get(validation, validationKind(validation));

type Bounds = { readonly min?: number; readonly max?: number };

function includesBounds(outer: Bounds, inner: Bounds): boolean {
  return (
    (outer.min ?? -Infinity) <= (inner.min ?? -Infinity) && (outer.max ?? Infinity) >= (inner.max ?? Infinity)
  );
}

/** True if `ours` allows everything that `theirs` allows. */
function isWider(ours: readonly Validation[], theirs: readonly Validation[]): boolean {
  return ours.every((validation) => {
    const other = theirs.find((one) => validationKind(one) === validationKind(validation));
    if (!other) return false;
    if ('in' in validation && 'in' in other) return other.in.every((id) => validation.in.includes(id));
    if ('size' in validation && 'size' in other) return includesBounds(validation.size, other.size);
    if ('range' in validation && 'range' in other) return includesBounds(validation.range, other.range);
    return isDeepStrictEqual(validationRule(validation), validationRule(other));
  });
}

function formatFieldType({ type, linkType, items }: FieldDefinition): string {
  const item = items ? ` of ${items.linkType ?? items.type}` : '';
  return `${linkType === undefined ? type : `${type} to ${linkType}`}${item}`;
}

const orEmptyList = (validations: readonly Validation[] | undefined) => validations ?? [];

function compareField(ours: FieldDefinition, theirs: FieldDefinition | undefined): ModelDifference[] {
  const { id } = ours;
  if (!theirs) return [{ weight: ours.required ? 'narrows' : 'adds', words: `gets the field ${id}` }];
  if (formatFieldType(ours) !== formatFieldType(theirs)) {
    return [
      {
        weight: 'impossible',
        words: `has ${id} as ${formatFieldType(theirs)}, and it must be ${formatFieldType(ours)}`,
      },
    ];
  }
  const found: ModelDifference[] = [];
  const addDifference = (weight: DifferenceWeight, words: string) => found.push({ weight, words });
  if (ours.name !== theirs.name)
    addDifference('adds', `calls ${id} “${ours.name}” instead of “${theirs.name}”`);
  if (ours.localized && !theirs.localized) addDifference('adds', `gets ${id} in each language`);
  if (!ours.localized && theirs.localized) addDifference('narrows', `has ${id} once for all languages`);
  if (ours.required && !theirs.required) addDifference('narrows', `requires ${id}`);
  if (!ours.required && theirs.required) addDifference('adds', `no longer requires ${id}`);
  if ((theirs.disabled && !ours.disabled) || theirs.omitted) addDifference('adds', `shows ${id} again`);
  if (ours.disabled && !theirs.disabled) addDifference('adds', `hides ${id} from editors`);
  if (!isDeepStrictEqual(ours.defaultValue ?? {}, theirs.defaultValue ?? {})) {
    addDifference('adds', `has another default for ${id}`);
  }
  for (const [mine, other] of [
    [ours.validations, theirs.validations],
    [orEmptyList(ours.items?.validations), orEmptyList(theirs.items?.validations)],
  ] as const) {
    if (isDeepStrictEqual(mine, orEmptyList(other))) continue;
    const wider = isWider(mine, orEmptyList(other));
    addDifference(wider ? 'adds' : 'narrows', `allows ${wider ? 'more' : 'other things'} in ${id}`);
  }
  return found;
}

/** Lists what has to change in a content type of a space. Fields that only the space has stay, and are no difference. */
export function compareContentTypes(
  ours: ContentTypeDefinition,
  theirs: ContentTypeDefinition | undefined,
): ModelDifference[] {
  if (!theirs) return [{ weight: 'adds', words: `is made, with ${ours.fields.length} fields` }];
  const own: ModelDifference[] = [];
  if (ours.name !== theirs.name || ours.description !== theirs.description) {
    own.push({ weight: 'adds', words: `is called “${ours.name}”, with its help text` });
  }
  if (ours.displayField !== theirs.displayField) {
    own.push({ weight: 'adds', words: `is shown in lists by ${ours.displayField}` });
  }
  const byId = new Map(theirs.fields.map((field) => [field.id, field]));
  const ids = new Set(ours.fields.map(({ id }) => id));
  const isNewToAll = ours.fields.flatMap((field) => compareField(field, byId.get(field.id)));
  const shared = (fields: readonly FieldDefinition[], among: { has(id: string): boolean }) =>
    fields.map(({ id }) => id).filter((id) => among.has(id));
  const isOtherOrder = !isDeepStrictEqual(shared(ours.fields, byId), shared(theirs.fields, ids));
  return [
    ...own,
    ...isNewToAll,
    ...(isOtherOrder ? [{ weight: 'adds' as const, words: 'has its fields in another order' }] : []),
  ];
}
