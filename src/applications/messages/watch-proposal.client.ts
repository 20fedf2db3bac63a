/** Checks a proposal while the visitor writes it, and shows above the last section what an editor would ask. */
import { showPart } from '@/components/late-parts.client';
import { interpolate } from '@/i18n/interpolate';
import { createElement } from '../form/browser/element.client';
import { checkProposal } from './proposal-check';

/** Pause (ms) in typing before a check, so that it isn't at every letter. */
const pauseMs = 600;

const form = document.querySelector<HTMLFormElement>('.message form');
/** It has the strings. */
const panel = document.querySelector<HTMLElement>('[data-proposal]');

if (form && panel) {
  const place = panel.querySelector('[data-checks]');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: string | undefined;
  const update = () => {
    const answers = Object.fromEntries(
      [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const findings = checkProposal(answers, document.documentElement.lang).map(({ code, words = '' }) =>
      interpolate(panel.dataset[code] ?? '', { words }),
    );
    const text = findings.join('\n');
    // Read out again only where it is something else.
    if (text === shown) return;
    shown = text;
    place?.replaceChildren(
      findings.length > 0
        ? createElement('ul', {}, ...findings.map((finding) => createElement('li', {}, finding)))
        : createElement('p', {}, panel.dataset['none'] ?? ''),
    );
  };
  for (const type of ['input', 'focusin'])
    form.addEventListener(type, () => {
      clearTimeout(timer);
      timer = setTimeout(update, pauseMs);
    });
  update();
  form.querySelector('fieldset:last-of-type')?.before(panel);
  showPart(panel);
}
