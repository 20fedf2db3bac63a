/** Domains of mail providers, to recognize a mistyped one (build side: the browser gets them as data). */
import { top100 } from 'email-misspelled';

/** Providers that are missing in the package's list: international, then in French- and Spanish-speaking countries. */
const moreDomains = [
  'icloud.com',
  'proton.me',
  'protonmail.com',
  'hotmail.be',
  'hotmail.ca',
  'menara.ma',
  'numericable.fr',
  'outlook.fr',
  'topnet.tn',
  'videotron.ca',
  'adinet.com.uy',
  'cantv.net',
  'hotmail.cl',
  'hotmail.com.ar',
  'outlook.es',
  'prodigy.net.mx',
  'yahoo.com.co',
  'yahoo.com.pe',
  'yahoo.com.ve',
];

export const emailDomains: readonly string[] = [...new Set([...top100, ...moreDomains])];
