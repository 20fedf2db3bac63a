/** Says while somebody writes a proposal what an editor would ask, and shows how its page will look. */
import { showPart } from '@/components/late-parts.client';
import { interpolate } from '@/i18n/interpolate';
import { element } from '../form/browser/element.client';
import { checkProposal } from './proposal-check';

/** How long (ms) nobody types before it is said: not at every letter. */
const pause = 600;

/** Texts that stand on the page under their labels, in its order. */
const texts = ['task', 'deliverable', 'impact', 'requirements'];

/** What stands above all. */
const head = ['title', 'organization', 'summary'];

/** Facts that stand above them. */
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

/** What a control says to people: the label of a choice, not its value. */
function shownIn(control: Control | null): string {
  if (control instanceof HTMLSelectElement)
    return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
  return control?.value.trim() ?? '';
}

const say = (form: HTMLFormElement, name: string) => shownIn(controlOf(form, name));

/** The page as it will be, out of what is written; everything as text. */
function preview(form: HTMLFormElement): readonly HTMLElement[] {
  const items = facts.flatMap((name) => {
    const text = say(form, name);
    return text === ''
      ? []
      : [element('li', {}, `${labelOf(controlOf(form, name))}: `, element('strong', {}, text))];
  });
  return [
    element('h3', {}, say(form, 'title') || '…'),
    element('p', {}, say(form, 'organization')),
    element('p', {}, element('em', {}, say(form, 'summary'))),
    ...(items.length > 0 ? [element('ul', {}, ...items)] : []),
    ...texts.flatMap((name) => {
      const text = say(form, name);
      return text === '' ? [] : [element('h4', {}, labelOf(controlOf(form, name))), element('p', {}, text)];
    }),
  ];
}

/** Follows what is written in a form. `place` has the words, and moves above what is asked last, before one sends. */
export function followProposal(form: HTMLFormElement, place: HTMLElement): void {
  const checks = place.querySelector('[data-checks]');
  const shown = place.querySelector<HTMLElement>('[data-preview]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let said = '';
  const look = () => {
    const answers = Object.fromEntries(
      [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const findings = checkProposal(answers, answers['originalLanguage'] ?? 'en').map(({ code, words = '' }) =>
      interpolate(place.dataset[code] ?? '', { words }),
    );
    const text = findings.join('\n');
    shown?.replaceChildren(...preview(form));
    if (shown) shown.hidden = [...head, ...facts, ...texts].every((name) => say(form, name) === '');
    // Read out again only where it is something else.
    if (text === said && checks?.hasChildNodes()) return;
    said = text;
    checks?.replaceChildren(
      findings.length > 0
        ? element('ul', {}, ...findings.map((finding) => element('li', {}, finding)))
        : element('p', {}, place.dataset['none'] ?? ''),
    );
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  };
  form.addEventListener('input', soon);
  form.addEventListener('focusin', soon);
  look();
  form.querySelector('fieldset:last-of-type')?.before(place);
  showPart(place);
}
