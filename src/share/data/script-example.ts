/** An example program that reads the open data: short, complete, and run by a test as shown on the page. */
import { dataFolder } from '@/i18n/data-files';

/** The example in JavaScript, for browsers and Node alike: prints titles and addresses. */
export function scriptExample(site: URL): string {
  const file = new URL(`${dataFolder}opportunities.json`, site).href;
  return `const answer = await fetch('${file}');
const { opportunities } = await answer.json();
for (const { languages, texts, closesAt } of opportunities) {
  const isOpen = closesAt === undefined || Date.now() < Date.parse(closesAt);
  const isFrench = languages.some(({ language }) => language === 'fr');
  if (isOpen && isFrench && texts.fr) console.log(texts.fr.title, texts.fr.url);
}`;
}
