/** What somebody answers alike in most forms. */
const usual = /^(?:name|email|country|other_languages|availability|language_[\w-]+)$/;

/** Those of some answers: who one is, which languages one knows and how much time one has; nothing that one wrote. */
export function usualOf(answers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(answers).filter(([name, answer]) => answer !== '' && usual.test(name)),
  );
}
