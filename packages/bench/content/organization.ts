import sharp from 'sharp';
import { causes } from '@/model/vocabularies/causes';
import { organizationKinds, type OrganizationKind } from '@/model/vocabularies/kinds';
import { createAuthor, pickSpread } from './author';
import { homes } from './homes';
import { endLine, joinPhrases, localizeFields, chooseSummary } from './phrase';
import { createRandom } from './random';
import {
  pickInTurn,
  dayFromNow,
  organizationId,
  type GeneratedEntry,
  type HostOrganization,
  type GeneratorSetting,
} from './setting';

/** Organizations have their own random streams, far from those of opportunities. */
const randomPart = 1_000_000;

/** Indexes of the names in the files of words that suit each kind. */
const namesByKind: Readonly<Record<OrganizationKind, readonly number[]>> = {
  civil: [0, 1, 3, 4],
  academic: [2],
  public: [5],
  intergovernmental: [5],
};

/** Generates the organizations of a site, with their countries and causes. */
export function generateHosts(seed: number, count: number): [HostOrganization, ...HostOrganization[]] {
  const make = (index: number): HostOrganization => {
    const random = createRandom(seed, randomPart + index);
    const main = pickInTurn(causes, index);
    return {
      id: organizationId(index),
      home: index < homes.length ? pickInTurn(homes, index) : random.favour(homes),
      causes: [main, ...[random.pick(causes), random.pick(causes)].filter((cause) => cause !== main)],
    };
  };
  return [make(0), ...Array.from({ length: count - 1 }, (_, index) => make(index + 1))];
}

/** True if the organization of an index has a logo. Every other one has. */
export function hasLogo(index: number): boolean {
  return index % 2 === 0;
}

const logoSize = 256;

/** Draws an invented logo as PNG: a few shapes, 256 x 256 pixels, different for each index. */
export async function drawLogo(seed: number, index: number): Promise<Uint8Array> {
  const random = createRandom(seed, 9 * randomPart + index);
  const colour = () => `hsl(${random.int(0, 359)} 45% ${random.int(25, 70)}%)`;
  const circle = () =>
    `<circle cx="${random.int(40, 216)}" cy="${random.int(40, 216)}" r="${random.int(20, 80)}" fill="${colour()}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${logoSize}" height="${logoSize}"><rect width="${logoSize}" height="${logoSize}" fill="${colour()}"/>${circle()}${circle()}${circle()}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** Generates the entry of an organization. Its logo, if it has one, is `media/orgs/<id>.png`. */
export function generateOrganization(
  setting: GeneratorSetting,
  host: HostOrganization,
  index: number,
): GeneratedEntry {
  const random = createRandom(setting.seed, 2 * randomPart + index);
  const { sentences } = setting.words;
  const author = createAuthor(setting, random, host.causes[0]);
  const kind = pickSpread(random, organizationKinds, index);
  const name = author.write(pickInTurn(sentences.organizationNames, random.pick(namesByKind[kind])));
  const mission = sentences.mission.map((phrase) => author.write(phrase, { name }));
  const asked = random.int(8, 400);
  const logo = hasLogo(index);
  return {
    folder: 'organizations',
    id: host.id,
    fields: {
      ...localizeFields({
        name: name,
        summary: chooseSummary(author.writeSome(sentences.organizationSummaries, 1)),
        mission: endLine(
          joinPhrases([joinPhrases(mission.slice(0, 4)), joinPhrases(mission.slice(4))], '\n\n'),
        ),
        logoAlt: logo ? name : undefined,
        verifiedBy: author.write(pickInTurn(sentences.registers, 0)),
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
