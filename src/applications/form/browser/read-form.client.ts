/**
 * Reads the form back from the page. What the form asks stands in its HTML already, so the page doesn't carry it a
 * second time as data: that would be a third of an opportunity's page.
 */
import type { AskedField, FormChoice, FormWords, LiveProps, PageFacts } from '../form-props';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the form in `container` was made with, as far as its life needs it; `facts` and `words` can't be seen. */
export function readForm(form: HTMLFormElement, facts: PageFacts, words: FormWords): LiveProps {
  const [endpoint = '', formId = ''] = (form.getAttribute('action') ?? '').split(/\/f\/(?=[^/]+$)/);
  return {
    ...facts,
    words,
    endpoint,
    formId,
    fields: [...form.querySelectorAll('.apply-field')].flatMap(readField),
  };
}

function readField(field: Element): AskedField[] {
  const control = field.querySelector<Control>('input, textarea, select');
  if (!control) return [];
  const { name, required, dataset } = control;
  const options = control instanceof HTMLSelectElement ? readOptions(control) : undefined;
  return [
    {
      name,
      kind: dataset['kind'] as AskedField['kind'],
      required,
      max: Number(control.getAttribute('maxlength') ?? Number.MAX_SAFE_INTEGER),
      min: Number(control.getAttribute('minlength') ?? 0),
      label: field.querySelector('label')?.firstChild?.textContent ?? '',
      missing: dataset['missing'] ?? '',
      ...(options ? { options, choices: options.map(([value]) => value) } : {}),
    },
  ];
}

/** Without the empty one at the top. */
function readOptions(select: HTMLSelectElement): FormChoice[] {
  return [...select.options].slice(1).map(({ value, text: label }) => [value, label] as const);
}
