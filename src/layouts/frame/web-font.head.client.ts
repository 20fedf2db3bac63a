/**
 * Asks for the site's typeface, unless the visitor saves data or the connection is as slow as 2G. Without it, and without
 * JavaScript, text stays in the system's own font; a browser fetches a font only when a style uses it.
 */
import { isDataSaverOn } from '@/components/data-saver.client';

if (!isDataSaverOn()) document.documentElement.classList.add('web-font');
