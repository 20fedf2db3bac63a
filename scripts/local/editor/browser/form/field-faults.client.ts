/** The faults of a field, which Decap shows beside it. */
import { findingWords } from '@/model/fields/field-words';
import type { Problem } from '@/model/problems';
import { fieldPath, type WidgetProps } from './field-path.client';
import { knownFaults, readFormEntry, type ImmutableMap } from './form-entry.client';
import { t } from '../page/language.client';

export interface CheckedProps extends WidgetProps {
  readonly getEntry: () => ImmutableMap;
}

/** An error in the shape of Decap's. With this type, Decap also says at the top that nothing was saved. */
interface FieldError {
  readonly type: 'PRESENCE';
  readonly parentIds: readonly (string | undefined)[];
  readonly message: string;
}

const pathOf = ({ locale, field }: Problem) =>
  [locale, field].filter((part) => part !== undefined && part !== '').join('.');

let isFocusing = false;
let firstInvalid: HTMLElement | undefined;

/** Leads to the first field with a fault, once all have been asked. */
function leadToFirst(id: string): void {
  const found = document.getElementById(id);
  if (!found) return;
  const isEarlier =
    !firstInvalid || (firstInvalid.compareDocumentPosition(found) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  if (isEarlier) firstInvalid = found;
  if (isFocusing) return;
  isFocusing = true;
  setTimeout(() => {
    firstInvalid?.scrollIntoView({ block: 'center' });
    firstInvalid?.focus({ preventScroll: true });
    firstInvalid = undefined;
    isFocusing = false;
  });
}

/** Returns the faults of a field. Those of a whole group or list are its own; those of its parts are beside the parts. */
export function findFieldErrors(props: CheckedProps, includesParts: boolean): FieldError[] {
  const path = fieldPath(props).join('.');
  const label = String(props.field.get('label'));
  const faults = knownFaults(readFormEntry(props.getEntry())).filter((problem) => {
    const own = pathOf(problem);
    return own === path || (includesParts && own.startsWith(`${path}.`));
  });
  if (faults.length > 0) leadToFirst(props.forID);
  const messages = new Set(faults.map((problem) => findingWords(t, label, problem)));
  return [...messages].map((message) => ({ type: 'PRESENCE', parentIds: props.parentIds ?? [], message }));
}

/** True if a group has a fault in one of its parts, or is one. */
export function hasFault(props: CheckedProps): boolean {
  const path = fieldPath(props).join('.');
  return knownFaults(readFormEntry(props.getEntry())).some((problem) =>
    `${pathOf(problem)}.`.startsWith(`${path}.`),
  );
}
