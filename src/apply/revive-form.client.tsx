/** Lets the form in the page be more than a plain form: loaded when a visitor comes near it. */
import { hydrateRoot } from 'react-dom/client';
import { ApplicationForm } from './ApplicationForm';
import { listCountries } from './country-list.client';
import type { FormWords, PageFacts } from './form-props';
import { readForm } from './read-form.client';

/** Hydrates the form in a container, whose `data-form` is taken away then: that is the sign that it is alive. */
export function revive(container: HTMLElement, words: FormWords): void {
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as PageFacts;
  listCountries(container, words);
  hydrateRoot(container, <ApplicationForm {...readForm(container, facts, words)} />);
  delete container.dataset['form'];
}
