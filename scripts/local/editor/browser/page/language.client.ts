/** The language of the editor: the one that was chosen in this browser, else one of the browser's. */
import { editorTranslator } from '@/i18n/editor';
import { isLocale, locales, localeTable, type Locale } from '@/i18n/locales';
import { preferredLocale } from '@/i18n/preferred';
import { languageCookie, languageKey } from '../../language-cookie';
import { isStorageBlocked } from './blocked-storage.client';

function findLanguage(): Locale {
  const chosen = isStorageBlocked() ? null : localStorage.getItem(languageKey);
  if (isLocale(chosen)) return chosen;
  const preferred = preferredLocale(navigator.languages, locales);
  return isLocale(preferred) ? preferred : locales[0];
}

/** The language of this page. Choosing another one loads the page again. */
export const editorLocale = findLanguage();

if (!isStorageBlocked()) document.cookie = languageCookie(editorLocale);

/** Translates the texts of the editor's page. */
export const t = editorTranslator(editorLocale);

const style = `
#editor-language { position: fixed; z-index: 10000; inset-block-end: 0; inset-inline-start: 0; padding: 6px; background: #fff; border: 1px solid #8a86a0; font: 16px/1.5 system-ui, sans-serif; color: #221c46; }
#editor-language[hidden] { display: none; }
#editor-language select { min-height: 44px; font: inherit; color: inherit; background: #fff; }
`;

/** Adds the choice of a language. It isn't shown beside a form, whose unsaved text would be lost. */
export function showLanguageChoice(): void {
  const select = document.createElement('select');
  for (const locale of locales) {
    const option = new Option(localeTable[locale].name, locale, false, locale === editorLocale);
    option.lang = locale;
    select.append(option);
  }
  select.addEventListener('change', () => {
    localStorage.setItem(languageKey, select.value);
    location.reload();
  });
  const styles = document.createElement('style');
  styles.textContent = style;
  const label = document.createElement('label');
  label.id = 'editor-language';
  label.append(styles, `${t('Language of the editor')} `, select);
  document.body.append(label);
  const update = () => label.toggleAttribute('hidden', /\/(?:new|entries\/)/.test(location.hash));
  addEventListener('hashchange', update);
  update();
}
