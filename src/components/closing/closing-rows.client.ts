import { judge } from '@/model/time/closing-check';
import { showPart } from '../late-parts.client';

/**
 * Judges the rows of lists. A row that has closed by the time the page is opened (`arriving`) is taken out: into the
 * list of past ones that its own list names in `data-past`, else away. One that closes while somebody reads stays where
 * it is, and says so: nothing moves under a thumb. Returns the next closing instant (ms).
 */
export function checkRows(root: ParentNode, now: number, arriving: boolean): number | undefined {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-closed] > [data-closes]')].map((element) => ({
    element,
    status: 'open' as const,
    closesAt: Number(element.dataset['closes']),
  }));
  const { ended, nextClosing } = judge(rows, now);
  for (const { element } of ended) {
    const list = element.parentElement as HTMLElement;
    sayClosed(element, list.dataset['closed'] ?? '');
    if (arriving) takeOut(element, list);
  }
  return nextClosing;
}

function sayClosed(row: HTMLElement, words: string): void {
  row.removeAttribute('data-closes');
  const strong = document.createElement('strong');
  strong.textContent = words;
  row.querySelector('.row-when')?.replaceChildren(strong);
}

function takeOut(row: HTMLElement, list: HTMLElement): void {
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
