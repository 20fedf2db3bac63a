/**
 * Runs in the head of every page, before anything is drawn: asks for the site's typeface, unless the visitor saves data
 * or the line is as slow as 2G. Without it, and without JavaScript, text stays in the system's own font; a browser
 * fetches a font only when a style uses it. Allowed by its hash (astro.config.mjs), so it is a plain string.
 * https://developer.mozilla.org/docs/Web/API/NetworkInformation
 */
export const webFontScript =
  "(c=>c&&(c.saveData||/2g/.test(c.effectiveType))||document.documentElement.classList.add('web-font'))(navigator.connection)";
