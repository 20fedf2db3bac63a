/** The words of a page of this machine, in the language of its reader. */
import type { ReactNode } from 'react';
import { WordsProvider as KitProvider } from '@scripts/forms/ui/words';

export { LanguageChoice, useWords } from '@scripts/forms/ui/words';

/** Shows its children once the words are there. The page's own language is that of the command that serves it. */
export const WordsProvider = ({ children }: { readonly children: ReactNode }) => (
  <KitProvider
    storageKey="editor-language"
    given={new URLSearchParams(location.search).get('language')}
    preferred={[document.documentElement.dataset['language'] ?? '', ...navigator.languages]}
    addressOf={(locale) => `words/${locale}.json`}
  >
    {children}
  </KitProvider>
);
