/** Enhances the plain form in the page. Loaded when a visitor comes near it. */
import type { OpenAttachment } from '../attachment/attachment-types';
import { addCountryList } from './country-list.client';
import { suggestEmail } from '../email/email-suggestion.client';
import type { FormStrings, FormPageProps } from '../form-props';
import { isDeviceShared } from '@/device/storage/application/shared-device.client';
import { startFormController } from './form-controller.client';
import { showProblems } from './problems.client';
import { readFormProps } from './read-form.client';

/** Enhances the form in a container, and removes its `data-form` as a sign that it is done. */
export async function enhanceForm(
  container: HTMLElement,
  strings: FormStrings,
  attach?: OpenAttachment,
): Promise<void> {
  const form = container.querySelector('form');
  if (!form) return;
  const facts = JSON.parse(container.dataset['form'] ?? '{}') as FormPageProps;
  addCountryList(container, strings);
  watchEmail(form, strings);
  const props = readFormProps(form, facts, strings);
  startFormController(form, props, await isDeviceShared(), attach?.(form, strings, showProblems));
  delete container.dataset['form'];
}

/** Suggests a correction where the e-mail address looks mistyped. */
function watchEmail(form: HTMLFormElement, strings: FormStrings): void {
  const email = form.querySelector<HTMLInputElement>('[type=email]');
  email?.addEventListener('change', () => suggestEmail(email, strings));
}
