/**
 * Updates the finder with its choices: the sentence, the number on its button, and the first opportunities below it. The
 * sentence begins with the visitor's answers to the fit check, where there are some.
 */
import { pluralize, type PluralForms } from '@/i18n/interpolate';
import { fitKey } from '@/device/storage/keys';
import { readStoredText } from '@/device/storage/storage.client';
import type { KnownLanguages } from '@/model/language-needs';
import { countClosed, readFinderCount, type FinderPlaces } from './finder-counts';

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

  /** The number of opportunities for a sentence; an index of 0 stands for any. */
  const countOf = (places: FinderPlaces) =>
    readFinderCount(counts, places, lang.length, hours.length) - countClosed(closings, places, Date.now());

  /** The sentence, or where nothing is found for it its task alone. */
  const searched = () => {
    const all = { task: task.selectedIndex, lang: lang.selectedIndex, hours: hours.selectedIndex };
    const count = countOf(all);
    return count > 0
      ? { count, isWhole: true }
      : { count: countOf({ ...all, lang: 0, hours: 0 }), isWhole: false };
  };

  const show = () => {
    for (const select of [task, lang, hours]) {
      const words = select.previousElementSibling as HTMLElement;
      words.textContent = select.selectedOptions[0]?.text ?? '';
    }
    const { count, isWhole } = searched();
    button.textContent = pluralize(plural, count, locale);
    note.textContent = isWhole ? '' : none;
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
    const { isWhole } = searched();
    for (const name of names)
      if (formData.get(name) === '' || (!isWhole && name !== 'task')) formData.delete(name);
  });
  // Browsers restore earlier choices on return.
  addEventListener('pageshow', show);
  if (readStoredText(fitKey) !== null) void readAnswers(true);
}
