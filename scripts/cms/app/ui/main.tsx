/** The app's entry point: each of its places in Contentful is a frame of its own that loads this. */
import { init, locations, type FieldSdk } from '@contentful/app-sdk';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { FieldApp } from './field/field-app';
import { WordsProvider } from '@scripts/forms/ui/words';
import './style.css';

// A form has many controls and one sidebar: what only that needs isn't loaded by each of them.
const Sidebar = lazy(async () => ({ default: (await import('./sidebar/sidebar')).Sidebar }));

init((sdk) => {
  const root = document.querySelector('#app');
  if (!root) return;
  // First of all: what says that nothing could be loaded needs room too.
  sdk.window.startAutoResizer();
  createRoot(root).render(
    <StrictMode>
      <WordsProvider
        storageKey="ov:app-language"
        preferred={[sdk.uiLanguageLocale ?? '', ...navigator.languages]}
        addressOf={(locale) => `./${locale}.json`}
      >
        <Suspense>
          {sdk.location.is(locations.LOCATION_ENTRY_FIELD) ? (
            <FieldApp sdk={sdk as FieldSdk} />
          ) : (
            <Sidebar sdk={sdk} />
          )}
        </Suspense>
      </WordsProvider>
    </StrictMode>,
  );
});
