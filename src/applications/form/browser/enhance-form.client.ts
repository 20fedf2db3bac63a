/** Enhances the plain form in the page. Loaded when a visitor comes near it. */
import { translateIsland } from '@/i18n/create-translate';
import type { OpenAttachment } from '../attachment/attachment-types';
import { addCountryList } from './country-list.client';
import { suggestEmail } from '../email/email-suggestion.client';
import type { FormFile, FormFacts } from '../form-props';
import { isDeviceShared } from '@/device/storage/application/shared-device.client';
import { startFormController } from './form-controller.client';
import { showProblems } from './problems.client';
import { readFormProps } from './read-form.client';

/** Enhances the form in a container, and removes its `data-form` as a sign that it is done. */
export async function enhanceForm(
  container: HTMLElement,
  { strings, emailDomains, countries }: FormFile,
  attach?: OpenAttachment,
): Promise<void> {
  const form = container.querySelector('form');
  if (!form) return;
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as FormFacts;
  const t = translateIsland(facts.locale, strings);
  addCountryList(container, t('form.choose'), countries);
  const email = form.querySelector<HTMLInputElement>('[type=email]');
  // Suggests a correction where the address looks mistyped.
  email?.addEventListener('change', () => suggestEmail(email, t, emailDomains));
  const props = readFormProps(form, facts, t);
  startFormController(form, props, await isDeviceShared(), attach?.(form, t, showProblems));
  delete container.dataset['form'];
}
