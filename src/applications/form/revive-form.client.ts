/** Lets the form in the page be more than a plain form: loaded when a visitor comes near it. */
import type { OpenAttachment } from './attachment-port';
import { listCountries } from './country-list.client';
import type { FormWords, PageFacts } from './form-props';
import { bringToLife } from './live-form.client';
import { showProblems } from './problems.client';
import { readForm } from './read-form.client';

/** Revives the form in a container, whose `data-form` is taken away then: that is the sign that it is alive. */
export function revive(container: HTMLElement, words: FormWords, attach?: OpenAttachment): void {
  const form = container.querySelector('form');
  if (!form) return;
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as PageFacts;
  listCountries(container, words);
  bringToLife(form, readForm(form, facts, words), attach?.(form, words, showProblems));
  delete container.dataset['form'];
}
