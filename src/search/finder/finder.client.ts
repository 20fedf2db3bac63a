/**
 * Updates the finder with its choices: the sentence, the number on its button, and the first opportunities below it. The
 * sentence begins with the visitor's answers to the fit check, where there are some.
 */
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { fitKey } from '@/device/storage/keys';
import { readStoredText } from '@/device/storage/storage.client';
import type { KnownLanguages } from '@/model/language-needs';

const names = ['task', 'lang', 'hours'] as const;

/** True if an opportunity of the list has closed since the build. */
const hasClosed = (list: HTMLElement, now: number) =>
  [...list.querySelectorAll<HTMLElement>('[data-closes]')].some(
    ({ dataset }) => Number(dataset['closes']) <= now,
  );

/** Starts the finder in a form of `Finder.astro`. */
export function startFinder(form: HTMLFormElement): void {
  const { forms = '', plain = '', none = '', version = '', rows = '', locale = '' } = form.dataset;
  const plural = JSON.parse(forms) as PluralForms;
  const [task, lang, hours] = names.map((name) => form.elements.namedItem(name)) as [
    HTMLSelectElement,
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const button = form.querySelector('button') as HTMLButtonElement;
  const note = form.querySelector('.finder-none') as HTMLElement;
  const list = form.nextElementSibling?.querySelector('ul') as HTMLElement;
  /** The languages of the visitor's answers, once they are read. */
  let answers: KnownLanguages | undefined;
  /** The sentence that the list belongs to; undefined where that isn't up to date. */
  let listed = hasClosed(list, Date.now()) ? undefined : sentence();
  /** False where nothing is found for the sentence: then the button leads to its task alone. */
  let isWhole = true;

  function sentence(): string {
    return [task, lang, hours].map(({ value }) => value).join();
  }

  const show = async () => {
    for (const select of [task, lang, hours]) {
      const words = select.previousElementSibling as HTMLElement;
      words.textContent = select.selectedOptions[0]?.text ?? '';
    }
    if (sentence() === listed) return;
    listed = sentence();
    const { showMatches } = await import('./show-matches.client');
    const found = await showMatches(
      list,
      { locale, version, rows },
      {
        task: task.value,
        lang: lang.value,
        hours: hours.value,
        answers,
        isCurrent: () => sentence() === listed,
      },
    );
    if (!found) return;
    isWhole = found.whole !== 0;
    const count = isWhole ? found.whole : found.task;
    // Safari drops a click on a text that is replaced before the mouse button is up; this one only gets other words.
    (button.firstChild as Text).data = count === undefined ? plain : pluralize(plural, count, locale);
    note.textContent = isWhole ? '' : none;
  };

  const readAnswers = async () => {
    const { readFitProfile } = await import('@/device/storage/fit/fit-answers.client');
    const found = readFitProfile();
    answers = found.languages;
    if (found.hours !== undefined) hours.value = found.hours;
    if (lang.value !== '' && answers.size > 0 && !answers.has(lang.value)) {
      lang.value = [...lang.options].find(({ value }) => answers?.has(value))?.value ?? lang.value;
    }
    listed = undefined;
    await show();
  };

  form.addEventListener('change', () => void show());
  // "Any" is the default of an address, so it is left out.
  form.addEventListener('formdata', ({ formData }) => {
    for (const name of names)
      if (formData.get(name) === '' || (!isWhole && name !== 'task')) formData.delete(name);
  });
  // Browsers restore earlier choices on return.
  addEventListener('pageshow', () => void show());
  if (readStoredText(fitKey) !== null) void readAnswers();
}
