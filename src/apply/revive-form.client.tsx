/** Lets the form in the page be more than a plain form: loaded when a visitor comes near it. */
import { hydrateRoot } from 'react-dom/client';
import { ApplicationForm } from './ApplicationForm';
import type { PageFacts } from './form-props';
import { readForm } from './read-form.client';

/** Hydrates the form in a container, whose `data-form` is taken away then: that is the sign that it is alive. */
export function revive(container: HTMLElement): void {
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as PageFacts;
  hydrateRoot(container, <ApplicationForm {...readForm(container, facts)} />);
  delete container.dataset['form'];
}
