/**
 * Updates the finder with its choices: the sentence, the number on its button, and the first opportunities below it. The
 * sentence begins with the visitor's answers to the fit check, where there are some.
 */
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { fitKey } from '@/device/storage/keys';
import { readStoredText } from '@/device/storage/storage.client';
import type { KnownLanguages } from '@/model/language-needs';
import { countClosed, readFinderCount } from './finder-counts';

const names = ['task', 'lang', 'hours'] as const;

/** True if an opportunity of the list has closed since the build. */
const hasClosed = (list: HTMLElement, now: number) =>
  [...list.querySelectorAll<HTMLElement>('[data-closes]')].some(
    ({ dataset }) => Number(dataset['closes']) <= now,
  );

/** Starts the finder in a form of `Finder.astro`. */
export function startFinder(form: HTMLFormElement): void {
  const {
    counts = '',
    closings = '',
    forms = '',
    none = '',
    close = '',
    yours = '',
    version = '',
    rows = '',
    locale = '',
  } = form.dataset;
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

  function sentence(): string {
    return [task, lang, hours].map(({ value }) => value).join();
  }

  const show = () => {
    for (const select of [task, lang, hours]) {
      const words = select.previousElementSibling as HTMLElement;
      words.textContent = select.selectedOptions[0]?.text ?? '';
    }
    const places = { task: task.selectedIndex, lang: lang.selectedIndex, hours: hours.selectedIndex };
    const count =
      readFinderCount(counts, places, lang.length, hours.length) - countClosed(closings, places, Date.now());
    // With other languages, or another level, the number would be another.
    const isCounted = lang.value === '' || answers === undefined || answers.size === 0;
    button.textContent = !isCounted ? yours : count === 0 ? close : pluralize(plural, count, locale);
    note.textContent = isCounted && count === 0 ? none : '';
    if (sentence() !== listed) void showList();
  };

  const showList = async () => {
    listed = sentence();
    const { showMatches } = await import('./show-matches.client');
    await showMatches(
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
  };

  const readAnswers = async (isFirst: boolean) => {
    const { readFitProfile } = await import('@/device/storage/fit/fit-answers.client');
    const found = readFitProfile();
    answers = found.languages;
    if (isFirst) {
      if (found.hours !== undefined) hours.value = found.hours;
      if (lang.value !== '' && answers.size > 0 && !answers.has(lang.value)) {
        lang.value = [...lang.options].find(({ value }) => answers?.has(value))?.value ?? lang.value;
      }
      listed = undefined;
    }
    show();
  };

  form.addEventListener('change', () => {
    show();
    void import('./finder-answers.client').then(({ offerToSave }) =>
      offerToSave(form, { lang: lang.value, hours: hours.value }, () => void readAnswers(false)),
    );
  });
  // "Any" is the default of an address, so it is left out.
  form.addEventListener('formdata', ({ formData }) => {
    for (const name of names) if (formData.get(name) === '') formData.delete(name);
  });
  // Browsers restore earlier choices on return.
  addEventListener('pageshow', show);
  if (readStoredText(fitKey) !== null) void readAnswers(true);
}
