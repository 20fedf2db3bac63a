/** The app's entry point: each of its places in Contentful is a frame of its own that loads this. */
import {
  init,
  locations,
  type AppSdk,
  type ConfigSdk,
  type FieldSdk,
  type SidebarSdk,
} from '@contentful/app-sdk';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { FieldApp } from './field/field-app';
import { WordsProvider } from '@scripts/forms/ui/words';
import './style.css';

// A form has many controls and one sidebar: what only that needs isn't loaded by each of them.
const Sidebar = lazy(async () => ({ default: (await import('./sidebar/sidebar')).Sidebar }));
const ConfigScreen = lazy(async () => ({ default: (await import('./config/config')).ConfigScreen }));

function renderPlace(sdk: AppSdk) {
  if (sdk.location.is(locations.LOCATION_ENTRY_FIELD)) return <FieldApp sdk={sdk as FieldSdk} />;
  if (sdk.location.is(locations.LOCATION_ENTRY_SIDEBAR)) return <Sidebar sdk={sdk as SidebarSdk} />;
  return <ConfigScreen sdk={sdk as ConfigSdk} />;
}

init((sdk) => {
  const root = document.querySelector('#app');
  if (!root) return;
  // First of all: what says that nothing could be loaded needs room too. The installation has a whole page.
  if (!sdk.location.is(locations.LOCATION_APP_CONFIG))
    (sdk as FieldSdk | SidebarSdk).window.startAutoResizer();
  createRoot(root).render(
    <StrictMode>
      <WordsProvider
        storageKey="ov:app-language"
        preferred={[sdk.uiLanguageLocale ?? '', ...navigator.languages]}
        addressOf={(locale) => `./${locale}.json`}
      >
        <Suspense>{renderPlace(sdk)}</Suspense>
      </WordsProvider>
    </StrictMode>,
  );
});
