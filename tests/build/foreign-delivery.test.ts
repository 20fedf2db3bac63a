/** A space that others have filled, served by a server that knows nothing of this program. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build, type BuiltSite } from './build-expectations';
import { startDeliveryServer } from './delivery-server';
import { readPage } from './page';

let server: Awaited<ReturnType<typeof startDeliveryServer>>;
let site: BuiltSite;

beforeAll(async () => {
  server = await startDeliveryServer();
  site = await build('foreign-delivery', server.env);
});
afterAll(() => server.close());

describe('a space with rich text, German, tags, drafts and fields of its own', () => {
  it('is built, with what its flat and its former fields say', () => {
    const textOf = (path: string) => readPage(site.dir, path).text;
    const flat = textOf('/en/opportunities/caption-twelve-films/');
    expect(flat).toContain('Harbour School');
    expect(flat).toContain('6 May 2030');
    expect(textOf('/en/opportunities/draw-a-map/')).toContain('6 May 2030');
    // Its French isn’t complete, so that readers see the original.
    expect(textOf('/fr/missions/caption-twelve-films/')).toContain('Caption twelve films');
  });

  it('says what it doesn’t read', () => {
    expect(site.lines).toEqual(
      expect.arrayContaining([
        'Contentful’s locale de-DE is none of en, fr, es: it is not read.',
        'Content types that the model doesn’t have are not read: blogPost, navigationMenu.',
      ]),
    );
    expect(site.lines.join('\n')).toMatch(
      /Fields that the model doesn’t have are not read: .*opportunity\.internalNotes, opportunity\.seoScore/,
    );
  });

  it('leaves out what it can’t show, and names entry, field, type and what to do', () => {
    expect(site.leftOut).toEqual([
      expect.stringMatching(
        /^Contentful entry 6rich · en\.task: is of the type Rich Text in Contentful, and “What the volunteer will do” is long text in Markdown — In Contentful, give this field another id/,
      ),
      'Contentful entry 6half · closes.zone: is missing — Fill it in.',
    ]);
    expect(site.lines.join('\n')).not.toContain('nodeType');
  });

  it('shows the rest of an entry whose links lead to drafts', () => {
    expect(site.warnings.join('\n')).toContain('2aDraftCampaign');
  });
});
