/** Checks a proposal while the visitor writes it, and shows a preview of its page. */
import { showPart } from '@/components/late-parts.client';
import { interpolate } from '@/i18n/interpolate';
import { createElement } from '../form/browser/element.client';
import { checkProposal } from './proposal-check';

/** Pause (ms) in typing before a check, so that it isn't at every letter. */
const pauseMs = 600;

/** Questions that the page shows at its top, or not at all. */
const elsewhere = new Set([
  ...['title', 'organization', 'summary'],
  ...['name', 'email', 'causes', 'replyDays', 'other', 'consent'],
]);

/** Stands for a title that isn't written yet. */
const noTitle = '…';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The text that a control shows: the label of a choice, not its value. */
function shownText(control: Control | null): string {
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
  return control?.value.trim() ?? '';
}

const answerText = (form: HTMLFormElement, name: string) =>
  shownText(form.elements.namedItem(name) as Control | null);

/** The preview of the page, built from the answers; everything as text. */
function createPreview(form: HTMLFormElement): readonly HTMLElement[] {
  const facts: HTMLElement[] = [];
  const texts: HTMLElement[] = [];
  // Every other question, in the order of the form: long texts stand below the facts.
  for (const control of form.querySelectorAll<Control>('[data-kind]')) {
    const text = shownText(control);
    if (text === '' || elsewhere.has(control.name)) continue;
    const label = control.labels?.[0]?.firstChild?.textContent ?? '';
    if (control.dataset['kind'] === 'text')
      texts.push(createElement('h4', {}, label), createElement('p', {}, text));
    else facts.push(createElement('li', {}, `${label}: `, createElement('strong', {}, text)));
  }
  return [
    createElement('h3', {}, answerText(form, 'title') || noTitle),
    createElement('p', {}, answerText(form, 'organization')),
    createElement('p', {}, createElement('em', {}, answerText(form, 'summary'))),
    ...(facts.length > 0 ? [createElement('ul', {}, ...facts)] : []),
    ...texts,
  ];
}

/** Checks the proposal in a form as it changes. `panel` has the strings, and is moved above the last section. */
export function watchProposal(form: HTMLFormElement, panel: HTMLElement): void {
  const checks = panel.querySelector('[data-checks]');
  const shown = panel.querySelector<HTMLElement>('[data-preview]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownFindings = '';
  const update = () => {
    const answers = Object.fromEntries(
      [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const findings = checkProposal(answers, answers['originalLanguage'] ?? 'en').map(({ code, words = '' }) =>
      interpolate(panel.dataset[code] ?? '', { words }),
    );
    const text = findings.join('\n');
    shown?.replaceChildren(...createPreview(form));
    // Nothing is answered yet that the page would show.
    if (shown) shown.hidden = shown.textContent === noTitle;
    // Read out again only where it is something else.
    if (text === shownFindings && checks?.hasChildNodes()) return;
    shownFindings = text;
    checks?.replaceChildren(
      findings.length > 0
        ? createElement('ul', {}, ...findings.map((finding) => createElement('li', {}, finding)))
        : createElement('p', {}, panel.dataset['none'] ?? ''),
    );
  };
  const updateSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(update, pauseMs);
  };
  form.addEventListener('input', updateSoon);
  form.addEventListener('focusin', updateSoon);
  update();
  form.querySelector('fieldset:last-of-type')?.before(panel);
  showPart(panel);
}
