/** Checks a proposal while the visitor writes it, and shows a preview of its page. */
import { showPart } from '@/components/late-parts.client';
import { interpolate } from '@/i18n/interpolate';
import { createElement } from '../form/browser/element.client';
import { checkProposal } from './proposal-check';

/** Pause (ms) in typing before a check, so that it isn't at every letter. */
const pauseMs = 600;

/** The texts of the page below the facts, each under its label, in this order. */
const texts = ['task', 'deliverable', 'impact', 'requirements'];

/** The fields at the top of the page. */
const head = ['title', 'organization', 'summary'];

/** The facts between the two. */
const facts = [
  'taskTypes',
  'work_language',
  'work_level',
  'hours.min',
  'hours.max',
  'length.kind',
  'length.weeks',
  'closes.date',
];

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as Control | null;

const labelOf = (control: Control | null) => control?.labels?.[0]?.firstChild?.textContent ?? '';

/** The text that a control shows: the label of a choice, not its value. */
function shownText(control: Control | null): string {
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
  return control?.value.trim() ?? '';
}

const answerText = (form: HTMLFormElement, name: string) => shownText(controlOf(form, name));

/** The preview of the page, built from the answers; everything as text. */
function createPreview(form: HTMLFormElement): readonly HTMLElement[] {
  const items = facts.flatMap((name) => {
    const text = answerText(form, name);
    return text === ''
      ? []
      : [createElement('li', {}, `${labelOf(controlOf(form, name))}: `, createElement('strong', {}, text))];
  });
  return [
    createElement('h3', {}, answerText(form, 'title') || '…'),
    createElement('p', {}, answerText(form, 'organization')),
    createElement('p', {}, createElement('em', {}, answerText(form, 'summary'))),
    ...(items.length > 0 ? [createElement('ul', {}, ...items)] : []),
    ...texts.flatMap((name) => {
      const text = answerText(form, name);
      return text === ''
        ? []
        : [createElement('h4', {}, labelOf(controlOf(form, name))), createElement('p', {}, text)];
    }),
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
    if (shown) shown.hidden = [...head, ...facts, ...texts].every((name) => answerText(form, name) === '');
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
