import { earlierInstant, splitByOpen } from '@/model/time/closing-check';
import { closingNamedFrom, isClosingNamed } from '@/model/time/lifecycle';
import { showPart } from '../late-parts.client';

interface ListRow {
  readonly element: HTMLElement;
  readonly status: 'open';
  readonly closesAt: number;
}

/**
 * Updates the rows of lists. A row that has closed before the page is opened (`arriving`) is moved into the list of
 * past ones that its list names in `data-past`, else hidden. One that closes while the page is open stays and is marked
 * as closed: nothing moves under the visitor's finger. Returns the next closing instant (ms).
 */
export function checkRows(root: ParentNode, now: number, arriving: boolean): number | undefined {
  const rows = [...root.querySelectorAll<HTMLElement>('[data-closed] > [data-closes]')].map(
    (element): ListRow => ({
      element,
      status: 'open',
      closesAt: Number(element.dataset['closes']),
    }),
  );
  const { open, ended, nextClosing } = splitByOpen(rows, now);
  for (const { element } of ended) {
    const list = element.parentElement as HTMLElement;
    markClosed(element, list.dataset['closed'] ?? '');
    if (arriving) removeRow(element, list);
  }
  return open.reduce((next, row) => earlierInstant(next, nameClosing(row, now)), nextClosing);
}

/** Writes the closing day into a row once it is near. Returns the instant (ms) of that, where it is still to come. */
function nameClosing({ element, closesAt }: ListRow, now: number): number | undefined {
  const when = element.querySelector<HTMLElement>('.row-when[hidden]');
  if (!when) return undefined;
  if (!isClosingNamed(closesAt, now)) return closingNamedFrom(closesAt);
  const time = document.createElement('time');
  // `checkTimes` writes it.
  time.dateTime = new Date(closesAt).toISOString();
  time.dataset['closingDay'] = '';
  const strong = document.createElement('strong');
  strong.append(time);
  when.replaceChildren(`${element.parentElement?.dataset['closing'] ?? ''} `, strong);
  when.hidden = false;
  return undefined;
}

function markClosed(row: HTMLElement, text: string): void {
  row.removeAttribute('data-closes');
  const strong = document.createElement('strong');
  strong.textContent = text;
  const when = row.querySelector<HTMLElement>('.row-when');
  if (!when) return;
  when.replaceChildren(strong);
  when.hidden = false;
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
