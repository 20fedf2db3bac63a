/** The answers that the finder shares with the fit check: they are on the device, where the visitor wants that. */
import { readFitProfile, saveFitAnswer } from '@/device/storage/fit/fit-answers.client';
import { questionId } from '@/device/storage/fit/fit-store';
import { assumedLevel } from '../facets/language-fit';

/** The strings of the offer, from the page. */
interface AnswerStrings {
  readonly save: string;
  readonly saved: string;
  readonly change: string;
  /** The path of the page with all answers. */
  readonly page: string;
}

/**
 * Offers a button that saves the language and the hours of the sentence as answers, unless they are saved. A language is
 * saved as one that the visitor knows well, unless they have answered otherwise.
 */
export function offerToSave(
  form: HTMLElement,
  { lang, hours }: { readonly lang: string; readonly hours: string },
  whenSaved: () => void,
): void {
  const place = form.querySelector<HTMLElement>('.finder-answers');
  if (!place) return;
  const strings = JSON.parse(place.dataset['strings'] ?? '{}') as AnswerStrings;
  const known = readFitProfile();
  const isNewLanguage = lang !== '' && !known.languages.has(lang);
  const isNewLimit = hours !== '' && hours !== known.hours;
  if (!isNewLanguage && !isNewLimit) return place.replaceChildren();

  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = strings.save;
  button.addEventListener('click', () => {
    const outcomes = [
      isNewLanguage
        ? saveFitAnswer(questionId('language', lang), assumedLevel(lang, form.dataset['locale'] ?? ''))
        : 'stored',
      isNewLimit ? saveFitAnswer('hours', hours) : 'stored',
    ];
    const problem = outcomes.find((outcome) => outcome !== 'stored');
    const link = document.createElement('a');
    link.href = strings.page;
    link.textContent = strings.change;
    if (problem) {
      // The page has these strings once, for everything that is saved.
      const { dataset } = document.querySelector<HTMLElement>('[data-saved-count]') ?? place;
      place.textContent = dataset[problem] ?? '';
      return;
    }
    place.replaceChildren(`${strings.saved} `, link);
    link.focus();
    whenSaved();
  });
  place.replaceChildren(button);
}
