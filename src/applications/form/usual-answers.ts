/** The fields that visitors answer alike in most forms. */
const usual = /^(?:name|email|country|other_languages|availability|language_[\w-]+)$/;

/** Picks the usual answers: name and contact, languages and availability, but no text written for one opportunity. */
export function pickUsualAnswers(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => answer !== '' && usual.test(name)),
  );
}
