/**
 * Asks for the site's typeface at once, unless the visitor saves data or the connection is as slow as 2G. Without it, and
 * without JavaScript, text stays in the system's own font.
 */
import type { NavigatorWithConnection } from '@/components/data-saver.client';

// As `isDataSaverOn` has it, without names: it is in every page, where a function and a name would take 40 bytes more. An
// unknown type is tested as “undefined”.
if (!(
  (navigator as NavigatorWithConnection).connection?.saveData ||
  /2g/.test((navigator as NavigatorWithConnection).connection?.effectiveType as string)
)) {
  document.documentElement.classList.add('web-font');
  // A browser asks by itself only when the style sheet is there, which is too late for the first page of a visit.
  document.currentScript?.dataset['fonts']?.split(' ').forEach((href) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'font', crossOrigin: '', href }),
    );
  });
}
