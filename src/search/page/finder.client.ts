/** Updates the finder's sentence and the number on its button with the choices. */
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { readFinderCount } from '../facets/finder-counts';

const names = ['task', 'lang', 'hours'] as const;

/** Starts the finder in a form of `Finder.astro`. */
export function startFinder(form: HTMLFormElement): void {
  const { counts = '', forms = '', none = '', close = '', locale = '' } = form.dataset;
  const plural = JSON.parse(forms) as PluralForms;
  const [task, lang, hours] = names.map((name) => form.elements.namedItem(name)) as [
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const button = form.querySelector('button') as HTMLButtonElement;
  const note = form.querySelector('.finder-none') as HTMLElement;

  const show = () => {
    for (const select of [task, lang, hours]) {
      const words = select.previousElementSibling as HTMLElement;
      words.textContent = select.selectedOptions[0]?.text ?? '';
    }
    const places = { task: task.selectedIndex, lang: lang.selectedIndex, hours: hours.selectedIndex };
    const count = readFinderCount(counts, places, lang.length, hours.length);
    button.textContent = count === 0 ? close : pluralize(plural, count, locale);
    note.textContent = count === 0 ? none : '';
  };

  form.addEventListener('change', show);
  // "Any" is the default of an address, so it is left out.
  form.addEventListener('formdata', ({ formData }) => {
    for (const name of names) if (formData.get(name) === '') formData.delete(name);
  });
  // Browsers restore earlier choices on return.
  addEventListener('pageshow', show);
}
