/** Names of the places that time zones are called after, where they differ from the zone's own. */
import type { Locale } from './locales';

type PlaceNames = Readonly<Partial<Record<Locale, string>>>;

const names: Readonly<Record<string, PlaceNames>> = {
  'Africa/Addis_Ababa': { fr: 'Addis-Abeba', es: 'Adís Abeba' },
  'Africa/Algiers': { fr: 'Alger', es: 'Argel' },
  'Africa/Cairo': { fr: 'Le Caire', es: 'El Cairo' },
  'Africa/Djibouti': { es: 'Yibuti' },
  'Africa/Douala': { es: 'Duala' },
  'Africa/Johannesburg': { es: 'Johannesburgo' },
  'Africa/Khartoum': { es: 'Jartum' },
  'Africa/Lome': { en: 'Lomé', fr: 'Lomé', es: 'Lomé' },
  'Africa/Mogadishu': { fr: 'Mogadiscio', es: 'Mogadiscio' },
  'Africa/Ndjamena': { en: 'N’Djamena', fr: 'N’Djamena', es: 'Yamena' },
  'Africa/Sao_Tome': { en: 'São Tomé', fr: 'São Tomé', es: 'Santo Tomé' },
  'Africa/Tunis': { es: 'Túnez' },
  'America/Asuncion': { en: 'Asunción', fr: 'Asunción', es: 'Asunción' },
  'America/Bogota': { en: 'Bogotá', fr: 'Bogota', es: 'Bogotá' },
  'America/Havana': { fr: 'La Havane', es: 'La Habana' },
  'America/Mexico_City': { fr: 'Mexico', es: 'Ciudad de México' },
  'America/New_York': { es: 'Nueva York' },
  'America/Panama': { es: 'Panamá' },
  'America/Port-au-Prince': { es: 'Puerto Príncipe' },
  'America/Santo_Domingo': { fr: 'Saint-Domingue' },
  'America/Sao_Paulo': { en: 'São Paulo', fr: 'São Paulo', es: 'São Paulo' },
  'Asia/Amman': { es: 'Amán' },
  'Asia/Baghdad': { fr: 'Bagdad', es: 'Bagdad' },
  'Asia/Beirut': { fr: 'Beyrouth' },
  'Asia/Calcutta': { en: 'Kolkata', es: 'Calcuta' },
  'Asia/Damascus': { fr: 'Damas', es: 'Damasco' },
  'Asia/Dhaka': { fr: 'Dacca', es: 'Daca' },
  'Asia/Ho_Chi_Minh': { en: 'Ho Chi Minh City', fr: 'Hô Chi Minh-Ville', es: 'Ciudad Ho Chi Minh' },
  'Asia/Jakarta': { es: 'Yakarta' },
  'Asia/Jerusalem': { fr: 'Jérusalem', es: 'Jerusalén' },
  'Asia/Kabul': { fr: 'Kaboul' },
  'Asia/Kathmandu': { fr: 'Katmandou', es: 'Katmandú' },
  'Asia/Katmandu': { en: 'Kathmandu', fr: 'Katmandou', es: 'Katmandú' },
  'Asia/Kolkata': { fr: 'Calcutta', es: 'Calcuta' },
  'Asia/Manila': { fr: 'Manille' },
  'Asia/Phnom_Penh': { es: 'Nom Pen' },
  'Asia/Rangoon': { en: 'Yangon', fr: 'Rangoun', es: 'Rangún' },
  'Asia/Saigon': { en: 'Ho Chi Minh City', fr: 'Hô Chi Minh-Ville', es: 'Ciudad Ho Chi Minh' },
  'Asia/Seoul': { fr: 'Séoul', es: 'Seúl' },
  'Asia/Singapore': { fr: 'Singapour', es: 'Singapur' },
  'Asia/Tehran': { fr: 'Téhéran', es: 'Teherán' },
  'Asia/Tokyo': { es: 'Tokio' },
  'Asia/Ulaanbaatar': { fr: 'Oulan-Bator', es: 'Ulán Bator' },
  'Asia/Yangon': { fr: 'Rangoun', es: 'Rangún' },
  'Europe/Athens': { fr: 'Athènes', es: 'Atenas' },
  'Europe/Berlin': { es: 'Berlín' },
  'Europe/Brussels': { fr: 'Bruxelles', es: 'Bruselas' },
  'Europe/Kiev': { en: 'Kyiv', fr: 'Kiev', es: 'Kiev' },
  'Europe/Kyiv': { fr: 'Kiev', es: 'Kiev' },
  'Europe/Lisbon': { fr: 'Lisbonne', es: 'Lisboa' },
  'Europe/London': { fr: 'Londres', es: 'Londres' },
  'Europe/Moscow': { fr: 'Moscou', es: 'Moscú' },
  'Europe/Paris': { es: 'París' },
  'Europe/Rome': { es: 'Roma' },
  'Europe/Zurich': { fr: 'Zurich', es: 'Zúrich' },
};

/** The names of a language by zone, for a page to hand on to its script: `('es') -> { 'Europe/Paris': 'París', … }`. */
export function zonePlaceNames(locale: Locale): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([zone, { [locale]: name }]) => (name === undefined ? [] : [[zone, name]])),
  );
}

/** The place that a zone is named after: `('fr', 'Africa/Addis_Ababa') -> 'Addis-Abeba'`. For pages, not the browser. */
export function zonePlaceName(locale: Locale, zone: string): string | undefined {
  return names[zone]?.[locale];
}
