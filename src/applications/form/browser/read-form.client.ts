/**
 * Reads the form's fields back from the page. Its HTML already has them, so they aren't repeated as JSON, which would
 * be a third of an opportunity's page.
 */
import type { FormChoice } from '../field-rules';
import type { ClientFormProps, FormFacts, FormField, FormTranslate } from '../form-props';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Reads the props that the form's behaviour needs; `facts` and `t` aren't visible in the HTML. */
export function readFormProps(form: HTMLFormElement, facts: FormFacts, t: FormTranslate): ClientFormProps {
  const [endpoint = '', formId = ''] = (form.getAttribute('action') ?? '').split(/\/f\/(?=[^/]+$)/);
  return {
    ...facts,
    t,
    endpoint,
    formId,
    fields: [...form.querySelectorAll('.apply-field')].flatMap(readField),
  };
}

function readField(field: Element): FormField[] {
  const control = field.querySelector<Control>('input, textarea, select');
  if (!control) return [];
  const { name, required, dataset } = control;
  const options = control instanceof HTMLSelectElement ? readOptions(control) : undefined;
  return [
    {
      name,
      kind: dataset['kind'] as FormField['kind'],
      required,
      max: Number(control.getAttribute('maxlength') ?? Number.MAX_SAFE_INTEGER),
      min: Number(control.getAttribute('minlength') ?? 0),
      label: field.querySelector('label')?.firstChild?.textContent ?? '',
      missing: dataset['missing'] ?? '',
      ...(options ? { options } : {}),
    },
  ];
}

/** Without the empty option at the top. */
function readOptions(select: HTMLSelectElement): FormChoice[] {
  return [...select.options].slice(1).map(({ value, text: label }) => [value, label] as const);
}
