import sharp from 'sharp';
import { causes } from '@/model/vocabularies/causes';
import { organizationKinds, type OrganizationKind } from '@/model/vocabularies/kinds';
import { authorOf, spread } from './author';
import { homes } from './homes';
import { block, join, localize, summaryOf } from './phrase';
import { randomOf } from './random';
import { cycle, dayFromNow, organizationId, type GeneratedEntry, type Host, type Setting } from '../setting';

/** Streams of their own, far from those of opportunities. */
const part = 1_000_000;

/** Of the names in the files of words, those that suit each kind. */
const nameOfKind: Readonly<Record<OrganizationKind, readonly number[]>> = {
  civil: [0, 1, 3, 4],
  academic: [2],
  public: [5],
  intergovernmental: [5],
};

/** The organizations that a site of a size has: where they are at home and what they work for. */
export function makeHosts(seed: number, count: number): [Host, ...Host[]] {
  const make = (index: number): Host => {
    const random = randomOf(seed, part + index);
    const main = cycle(causes, index);
    return {
      id: organizationId(index),
      home: index < homes.length ? cycle(homes, index) : random.favour(homes),
      causes: [main, ...[random.pick(causes), random.pick(causes)].filter((cause) => cause !== main)],
    };
  };
  return [make(0), ...Array.from({ length: count - 1 }, (_, index) => make(index + 1))];
}

/** True where the organization of an index has a logo: every other one. */
export function hasLogo(index: number): boolean {
  return index % 2 === 0;
}

const size = 256;

/** The PNG of an invented logo: a few shapes, 256 x 256 pixels, different for each index. */
export async function drawLogo(seed: number, index: number): Promise<Uint8Array> {
  const random = randomOf(seed, 9 * part + index);
  const colour = () => `hsl(${random.int(0, 359)} 45% ${random.int(25, 70)}%)`;
  const circle = () =>
    `<circle cx="${random.int(40, 216)}" cy="${random.int(40, 216)}" r="${random.int(20, 80)}" fill="${colour()}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${colour()}"/>${circle()}${circle()}${circle()}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** The entry of a host; its logo, where it has one, is `media/orgs/<id>.png`. */
export function makeOrganization(setting: Setting, host: Host, index: number): GeneratedEntry {
  const random = randomOf(setting.seed, 2 * part + index);
  const { sentences } = setting.words;
  const author = authorOf(setting, random, host.causes[0]);
  const kind = spread(random, organizationKinds, index);
  const name = author.say(cycle(sentences.organizationNames, random.pick(nameOfKind[kind])));
  const mission = sentences.mission.map((phrase) => author.say(phrase, { name }));
  const asked = random.int(8, 400);
  const logo = hasLogo(index);
  return {
    folder: 'organizations',
    id: host.id,
    fields: {
      ...localize({
        name: name,
        summary: summaryOf(author.saySome(sentences.organizationSummaries, 1)),
        mission: block(join([join(mission.slice(0, 4)), join(mission.slice(4))], '\n\n')),
        logoAlt: logo ? name : undefined,
        verifiedBy: author.say(cycle(sentences.registers, 0)),
      }),
      originalLanguage: host.home.locale,
      updated: dayFromNow(-random.int(0, 300)),
      kind,
      country: host.home.country,
      registrationNumber: `${host.home.country}-${random.int(1000, 9999)}-${index + 1}`,
      countries: [host.home.country],
      causes: [...new Set(host.causes)],
      languages: host.home.languages,
      website: `https://${host.id}.example`,
      ...(logo ? { logo: `/media/orgs/${host.id}.png` } : {}),
      replyDays: random.int(5, 21),
      ...(random.chance(0.5)
        ? {
            replyRate: {
              answered: Math.floor(asked * (0.5 + random.next() / 2)),
              asked,
              asOf: dayFromNow(-40),
            },
          }
        : {}),
      joined: dayFromNow(-random.int(200, 6000)),
      verifiedOn: dayFromNow(-random.int(10, 320)),
    },
  };
}
