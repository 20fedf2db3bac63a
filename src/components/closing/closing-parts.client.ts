import { earlierInstant } from '@/model/time/closing-check';
import { showPart } from '../late-parts.client';

/**
 * Shows each part of a page from the instant in its `data-from`, and until the one in its `data-until` (ms). A part
 * with input of the visitor stays, so that no text is lost; its form says that it is too late. Returns the next instant
 * (ms) at which a part changes.
 */
export function checkParts(root: ParentNode, now: number): number | undefined {
  let next: number | undefined;
  const parts = [...root.querySelectorAll<HTMLElement>('[data-from], [data-until]')].map((element) => {
    const from = parseInstant(element.dataset['from'], -Infinity);
    const until = parseInstant(element.dataset['until'], Infinity);
    for (const instant of [from, until]) {
      if (instant > now && instant < Infinity) next = earlierInstant(next, instant);
    }
    return { element, isShown: now >= from && now < until };
  });
  // Show new parts before hiding old ones, so that the focus has a target.
  for (const { element, isShown } of parts) if (isShown && element.hidden) showPart(element);
  for (const { element, isShown } of parts) {
    if (isShown || element.hidden || hasVisitorInput(element)) continue;
    const hadFocus = element.contains(document.activeElement);
    element.hidden = true;
    if (hadFocus) root.querySelector<HTMLElement>('[data-from][tabindex]:not([hidden])')?.focus();
  }
  return next;
}

function parseInstant(value: string | undefined, otherwise: number): number {
  return value === undefined ? otherwise : Number(value);
}

/** True if a form in it has a text, a tick or a choice of the visitor. */
function hasVisitorInput(element: ParentNode): boolean {
  const fields = element.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
    'input:checked, input:read-write, textarea:read-write, select',
  );
  return [...fields].some((field) => field.value !== '');
}
