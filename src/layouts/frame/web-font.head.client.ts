/**
 * Asks for the site's typeface, unless the visitor saves data or the connection is as slow as 2G. Without it, and without
 * JavaScript, text stays in the system's own font; a browser fetches a font only when a style uses it.
 */
import type { NavigatorWithConnection } from '@/components/data-saver.client';

// As `isDataSaverOn` has it. Calling that would take 30 bytes more in every page.
const { connection } = navigator as NavigatorWithConnection;
if (!(connection?.saveData || /2g/.test(connection?.effectiveType ?? '')))
  document.documentElement.classList.add('web-font');
