/**
 * Asks for the site's typeface, unless the visitor saves data or the connection is as slow as 2G. Without it, and without
 * JavaScript, text stays in the system's own font; a browser fetches a font only when a style uses it.
 */
import type { NavigatorWithConnection } from '@/components/data-saver.client';

// As `isDataSaverOn` has it, in one statement: it is in every page, where a function and a name would take
// 40 bytes more. An unknown type is tested as “undefined”.
if (!(
  (navigator as NavigatorWithConnection).connection?.saveData ||
  /2g/.test((navigator as NavigatorWithConnection).connection?.effectiveType as string)
))
  document.documentElement.classList.add('web-font');
