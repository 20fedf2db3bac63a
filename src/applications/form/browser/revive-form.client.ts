/** Lets the form in the page be more than a plain form: loaded when a visitor comes near it. */
import type { OpenAttachment } from '../attachment/attachment-port';
import { listCountries } from './country-list.client';
import { suggestEmail } from '../email/email-suggestion.client';
import type { FormWords, PageFacts } from '../form-props';
import { isShared } from '@/device/storage/shared.client';
import { enhanceForm } from './live-form.client';
import { showProblems } from './problems.client';
import { readForm } from './read-form.client';

/** Revives the form in a container, whose `data-form` is taken away then: that is the sign that it is alive. */
export async function revive(
  container: HTMLElement,
  words: FormWords,
  attach?: OpenAttachment,
): Promise<void> {
  const form = container.querySelector('form');
  if (!form) return;
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as PageFacts;
  listCountries(container, words);
  watchEmail(form, words);
  const asked = readForm(form, facts, words);
  enhanceForm(form, asked, await isShared(), attach?.(form, words, showProblems));
  delete container.dataset['form'];
}

/** Asks whether another address was meant where the form's e-mail address looks mistyped. */
function watchEmail(form: HTMLFormElement, words: FormWords): void {
  const email = form.querySelector<HTMLInputElement>('[type=email]');
  email?.addEventListener('change', () => suggestEmail(email, words));
}
