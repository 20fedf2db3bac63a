/** The dialogs for a file that changed after it was opened, or that takes others along. Nothing is saved before they are answered. */
import { localeTable } from '@/i18n/locales';
import { typeWords } from '@/model/fields/field-words';
import type { EditorCollection } from '../../config/editor-config';
import type { EditorField } from '../../config/fields';
import type { LeavingEntry } from '../../storage/storage-errors';
import type { FieldChange, EntryMerge, MergeSide } from './merge';
import { formatValue } from '../../entry/format-value';
import { t } from '../page/language.client';

const style = `
.conflict { width: min(46rem, calc(100vw - 1rem)); max-height: calc(100dvh - 1rem); box-sizing: border-box; padding: 0; border: 2px solid #221c46; border-radius: 6px; background: #fff; color: #221c46; font: 16px/1.5 system-ui, sans-serif; }
.conflict::backdrop { background: rgb(34 28 70 / 60%); }
.conflict form { padding: 1.25rem; }
.conflict h2 { margin: 0; color: inherit; font-size: 1.3rem; font-weight: 600; line-height: 1.3; }
.conflict h3 { margin: 1.5rem 0 .25rem; color: inherit; font-size: 1.05rem; font-weight: 600; }
.conflict p { margin: .5rem 0 0; }
.conflict code { overflow-wrap: anywhere; }
.conflict fieldset { margin: 1rem 0 0; padding: .25rem .75rem .75rem; border: 1px solid #8a86a0; border-radius: 4px; min-width: 0; }
.conflict legend { padding: 0 .25rem; font-weight: 600; }
.conflict label { display: grid; grid-template-columns: auto 1fr; gap: .25rem .6rem; align-items: start; padding: .5rem; border-radius: 4px; cursor: pointer; }
.conflict label:has(:checked) { background: #ecebf5; }
.conflict label:has(:focus-visible) { outline: 3px solid #2b5bd7; outline-offset: 1px; }
.conflict input { width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; accent-color: #221c46; }
.conflict .value { grid-column: 2; max-height: 12rem; overflow: auto; margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
.conflict ul { margin: .25rem 0 0; padding-left: 1.25rem; }
.conflict li { margin-top: .25rem; overflow-wrap: anywhere; white-space: pre-wrap; }
.conflict-buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1.25rem; }
.conflict button { min-height: 44px; padding: 0 1rem; border: 2px solid #221c46; border-radius: 4px; background: #fff; color: #221c46; font: inherit; cursor: pointer; }
.conflict button[type='submit'] { background: #221c46; color: #fff; }
.conflict button:focus-visible { outline: 3px solid #2b5bd7; outline-offset: 2px; }
`;

type Child = Node | string;

function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const created = Object.assign(document.createElement(name), properties);
  created.append(...children);
  return created;
}

interface DialogParts {
  readonly heading: string;
  readonly content: readonly Node[];
  /** The text of the submit button. */
  readonly submit: string;
}

/** Shows a dialog. Resolves to its form when it is submitted; to undefined if it is closed in another way. */
function showDialog({ heading, content, submit }: DialogParts): Promise<HTMLFormElement | undefined> {
  const headingId = 'conflict-heading';
  const cancel = createElement('button', { type: 'button' }, t('Cancel'));
  const title = createElement('h2', { id: headingId, tabIndex: -1 }, heading);
  const form = createElement(
    'form',
    {},
    title,
    ...content,
    createElement(
      'div',
      { className: 'conflict-buttons' },
      createElement('button', { type: 'submit' }, submit),
      cancel,
    ),
  );
  const dialog = createElement('dialog', { className: 'conflict' }, createElement('style', {}, style), form);
  dialog.setAttribute('aria-labelledby', headingId);
  document.body.append(dialog);
  return new Promise((resolve) => {
    let isSent = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      isSent = true;
      dialog.close();
    });
    cancel.addEventListener('click', () => dialog.close());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(isSent ? form : undefined);
    });
    dialog.showModal();
    // A screen reader starts with the explanation, not with the first choice.
    title.focus();
  });
}

/** Finds the widget of a changed field. */
function findField({ fields }: EditorCollection, { name, locale }: FieldChange): EditorField | undefined {
  const language = fields.find((field) => field.name === locale);
  const holder = locale === undefined ? fields : ((language?.['fields'] ?? []) as readonly EditorField[]);
  return holder.find((field) => field.name === name);
}

function formatLabel(collection: EditorCollection, change: FieldChange): string {
  const label = findField(collection, change)?.label ?? change.name;
  return change.locale === undefined ? label : `${label} (${localeTable[change.locale].name})`;
}

function createChoice(collection: EditorCollection, change: FieldChange): HTMLElement {
  const option = (side: MergeSide, label: string) =>
    createElement(
      'label',
      {},
      createElement('input', { type: 'radio', name: change.key, value: side, required: true }),
      createElement('strong', {}, label),
      createElement(
        'div',
        { className: 'value', lang: change.locale ?? '' },
        formatValue(t, findField(collection, change), change[side]),
      ),
    );
  return createElement(
    'fieldset',
    {},
    createElement('legend', {}, formatLabel(collection, change)),
    option('file', t('In the file now')),
    option('form', t('In this form')),
  );
}

/** Lists fields that need no choice, with their values. */
function createChangeList(
  collection: EditorCollection,
  heading: string,
  changes: readonly FieldChange[],
  side: MergeSide,
): Node[] {
  if (changes.length === 0) return [];
  const items = changes.map((change) =>
    createElement(
      'li',
      {},
      createElement('strong', {}, `${formatLabel(collection, change)}: `),
      formatValue(t, findField(collection, change), change[side]),
    ),
  );
  return [createElement('h3', {}, heading), createElement('ul', {}, ...items)];
}

/** Creates buttons that choose one side for every field. */
function createShortcuts(isNeeded: boolean): Node[] {
  if (!isNeeded) return [];
  const button = (side: MergeSide, label: string) => {
    const created = createElement('button', { type: 'button' }, label);
    created.addEventListener('click', () => {
      const inputs = created.form?.querySelectorAll<HTMLInputElement>(`input[value='${side}']`) ?? [];
      for (const input of inputs) input.checked = true;
    });
    return created;
  };
  return [
    createElement(
      'div',
      { className: 'conflict-buttons' },
      button('file', t('Choose the file for all')),
      button('form', t('Choose this form for all')),
    ),
  ];
}

const createExplanation = (path: string, text: string) =>
  createElement('p', {}, createElement('code', {}, path), ` ${text}`);

/**
 * Asks which side of each conflict to save. Resolves to a choice for each conflict's key, or to undefined to save
 * nothing.
 */
export async function askForChoices(
  path: string,
  collection: EditorCollection,
  { conflicts, fromFile, fromForm }: EntryMerge,
): Promise<ReadonlyMap<string, MergeSide> | undefined> {
  const form = await showDialog({
    heading: t('This entry changed while you were editing it'),
    content: [
      createExplanation(
        path,
        conflicts.length > 0
          ? t(
              'was changed by another tab or program. Nothing has been saved yet. Choose what to save for each field.',
            )
          : t(
              'was changed by another tab or program, in other fields than you changed. Nothing has been saved yet.',
            ),
      ),
      ...createShortcuts(conflicts.length > 1),
      ...conflicts.map((change) => createChoice(collection, change)),
      ...createChangeList(collection, t('Changed in the file only, and kept'), fromFile, 'file'),
      ...createChangeList(collection, t('Changed in this form only, and saved'), fromForm, 'form'),
    ],
    submit: t('Save'),
  });
  if (!form) return undefined;
  const data = new FormData(form);
  return new Map(conflicts.map(({ key }) => [key, data.get(key) === 'file' ? 'file' : 'form']));
}

/** Asks whether to create a file again that was deleted meanwhile. */
export async function askToRestore(path: string): Promise<boolean> {
  const form = await showDialog({
    heading: t('This entry was deleted while you were editing it'),
    content: [createExplanation(path, t('is no longer there. Nothing has been saved yet.'))],
    submit: t('Save it again'),
  });
  return form !== undefined;
}

/** Asks whether to save an entry that takes others off the site. */
export async function askToTakeOff(
  path: string,
  { message, leaving }: { readonly message: string; readonly leaving: readonly LeavingEntry[] },
): Promise<boolean> {
  const items = leaving.map(({ type, title }) =>
    createElement('li', {}, `${typeWords(t, type).label}: ${title}`),
  );
  const form = await showDialog({
    heading: message,
    content: [
      createExplanation(
        path,
        t(
          'takes these entries off the site when it’s saved with this status. They’re shown again with it. Nothing has been saved yet.',
        ),
      ),
      createElement('ul', {}, ...items),
    ],
    submit: t('Save and take them off'),
  });
  return form !== undefined;
}

/** Asks whether to delete an entry that changed meanwhile; `merge` has the changes. */
export async function askToDelete(
  path: string,
  collection: EditorCollection,
  merge: EntryMerge,
): Promise<boolean> {
  const changes = [...merge.conflicts, ...merge.fromFile, ...merge.fromForm];
  const form = await showDialog({
    heading: t('This entry changed after you opened it'),
    content: [
      createExplanation(path, t('was changed by another tab or program. Nothing has been deleted yet.')),
      ...createChangeList(collection, t('In the file now'), changes, 'file'),
    ],
    submit: t('Delete it anyway'),
  });
  return form !== undefined;
}
