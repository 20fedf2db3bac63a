import { splitByOpen } from '@/model/time/closing-check';
import { showPart } from '../late-parts.client';

/**
 * Updates the rows of lists. A row that has closed before the page is opened (`arriving`) is moved into the list of
 * past ones that its list names in `data-past`, else hidden. One that closes while the page is open stays and is marked
 * as closed: nothing moves under the visitor's finger. Returns the next closing instant (ms).
 */
export function checkRows(root: ParentNode, now: number, arriving: boolean): number | undefined {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-closed] > [data-closes]')].map((element) => ({
    element,
    status: 'open' as const,
    closesAt: Number(element.dataset['closes']),
  }));
  const { ended, nextClosing } = splitByOpen(rows, now);
  for (const { element } of ended) {
    const list = element.parentElement as HTMLElement;
    markClosed(element, list.dataset['closed'] ?? '');
    if (arriving) removeRow(element, list);
  }
  return nextClosing;
}

function markClosed(row: HTMLElement, text: string): void {
  row.removeAttribute('data-closes');
  const strong = document.createElement('strong');
  strong.textContent = text;
  const when = row.querySelector<HTMLElement>('.row-when');
  when?.replaceChildren(strong);
  when?.removeAttribute('hidden');
}

function removeRow(row: HTMLElement, list: HTMLElement): void {
  const past = document.getElementById(list.dataset['past'] ?? '');
  if (past) {
    past.prepend(row);
    const section = past.closest<HTMLElement>('section[hidden]');
    if (section) showPart(section);
  } else {
    row.hidden = true;
  }
  const isEmpty = [...list.children].every((child) => (child as HTMLElement).hidden);
  const note = list.nextElementSibling;
  if (isEmpty && note instanceof HTMLElement && note.matches('[data-emptied]')) {
    list.hidden = true;
    showPart(note);
  }
}
