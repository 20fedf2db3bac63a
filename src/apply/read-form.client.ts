/**
 * Reads the form back from the page. What the form asks stands in its HTML already, so the page doesn't carry it a
 * second time as data: that would be a third of an opportunity's page.
 */
import type { ApplicationFormProps, Choice, FieldView, FormWords, PageFacts, Section } from './form-props';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The props that the form in `container` was made with; `facts` and `words` are those that can't be seen. */
export function readForm(container: Element, facts: PageFacts, words: FormWords): ApplicationFormProps {
  const form = container.querySelector('form');
  if (!form) throw new Error('There is no form to read.');
  const [endpoint = '', formId = ''] = (form.getAttribute('action') ?? '').split(/\/f\/(?=[^/]+$)/);
  return {
    ...facts,
    words,
    endpoint,
    formId,
    sections: [...form.querySelectorAll('fieldset')].map(readSection),
    hidden: [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(
      ({ name, value }) => [name, value] as const,
    ),
  };
}

function readSection(fieldset: HTMLFieldSetElement): Section {
  const note = text(fieldset.querySelector(':scope > .apply-hint'));
  return {
    legend: text(fieldset.querySelector('legend')) ?? '',
    ...(note === undefined ? {} : { note }),
    fields: [...fieldset.querySelectorAll('.apply-field')].map(readField),
  };
}

function readField(field: Element): FieldView {
  const control = field.querySelector<Control>('input, textarea, select');
  if (!control) throw new Error('A field of the form has no control.');
  const label = field.querySelector('label');
  const hint = text(field.querySelector('.apply-hint'));
  const options = control instanceof HTMLSelectElement ? readOptions(control) : undefined;
  const { kind } = control.dataset;
  const min = Number(control.getAttribute('minlength') ?? 0);
  const lang = label?.getAttribute('lang');
  const autocomplete = control.getAttribute('autocomplete');
  return {
    name: control.name,
    kind: kind as FieldView['kind'],
    required: control.required,
    max: Number(control.getAttribute('maxlength') ?? Number.MAX_SAFE_INTEGER),
    ...(min > 0 ? { min } : {}),
    label: label?.firstChild?.textContent ?? '',
    ...(lang ? { lang } : {}),
    ...(hint === undefined ? {} : { hint }),
    missing: control.dataset['missing'] ?? '',
    ...(autocomplete ? { autocomplete } : {}),
    ...(options ? { options, choices: options.map(([value]) => value) } : {}),
  };
}

/** Without the empty one at the top. */
function readOptions(select: HTMLSelectElement): Choice[] {
  return [...select.options].slice(1).map(({ value, text: label }) => [value, label] as const);
}

const text = (element: Element | null) => element?.textContent ?? undefined;
