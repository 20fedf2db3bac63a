/** The faults of a field, which Decap shows beside it. */
import { findingWords } from '@/model/fields/field-words';
import type { Problem } from '@/model/problems';
import { fieldPath, type WidgetProps } from './field-path.client';
import { knownFaults, readFormEntry, type ImmutableMap } from './form-entry.client';
import { t } from '../page/language.client';
import { hideLastSave } from '../page/notice.client';

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

const focusable = 'input:not([hidden]), textarea, select, button, [data-slate-editor]';

/** A field's label, and what the keyboard can be at in it. A group and a list have the id themselves, a rich text none. */
function findControl(id: string): { readonly label: HTMLElement; readonly input?: HTMLElement } | undefined {
  const label = document.querySelector<HTMLElement>(`label[for="${CSS.escape(id)}"]`);
  if (!label) return undefined;
  const own = document.getElementById(id);
  const input = own?.matches(focusable)
    ? own
    : label.closest('[class*="ControlContainer"]')?.querySelector<HTMLElement>(focusable);
  return { label, ...(input && { input }) };
}

const isBefore = (one: Node, other: Node) =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** The ids of the fields with a fault, while they are asked one after the other. */
const faulty = new Set<string>();

/** Leads to the first field with a fault, once all have been asked. An earlier save's notice would read as this one's. */
function leadToFirst(id: string): void {
  faulty.add(id);
  if (faulty.size > 1) return;
  hideLastSave();
  setTimeout(() => {
    const controls = [...faulty].map(findControl).filter((one) => one !== undefined);
    faulty.clear();
    const [first] = controls.toSorted((one, other) => (isBefore(one.label, other.label) ? -1 : 1));
    first?.input?.focus({ preventScroll: true });
    first?.label.scrollIntoView();
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
