/** What docs/editors.md tells editors to type, in three languages, is there; its sheets and commands do what it says. */
import { readFileSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startContentfulStandIn } from '@scripts/local/contentful/stand-in';
import { full } from '../test-scope';
import { freshFolder } from './folders';
import { commandsIn, missingFrom, type GuideCommand } from './guide-commands';
import { contentfulEnv, runScript, type Env } from './run-build';

const guides = ['docs/editors.md', 'docs/editors.fr.md', 'docs/editors.es.md'];
const guide = readFileSync('docs/editors.md', 'utf8');

/** A sheet that calls things as the mapping expects; what the mapping doesn't name has the model's names. */
const missions = `Titre de la mission,summary,task,deliverable,impact,requirements,organization,taskTypes,languages,Thème 1,Thème 2,Heures,length.weeks,closes.date,Remarque interne
Traduire douze pages sur les marées,Un carnet attend d’être lu en français.,Douze pages à votre rythme.,Un fichier de texte.,Les pêcheurs le lisent.,- De la patience,Harbour School,Traduction,français,Agro,éducation,3 à 5,6,3/4/2030,voir Awa
`;

const partners = `originalLanguage,name,summary,mission,kind,country,registrationNumber,countries,causes,languages
en,Lagoon Readers,Lends books around the lagoon.,We lend books by boat to whoever asks.,civil,Benin,B-7,Benin,Education,English | French
`;

const created = 'opportunities/traduire-douze-pages-sur-les-marees.yml';

/** A mapping in the form of earlier versions, which editors have. */
const mapping = `type: opportunity
language: fr
dates: dmy
columns:
  Titre de la mission: title
  Thème 1: causes
  Thème 2: causes
  Heures: hours
  Remarque interne: null
values:
  causes:
    Agro: agriculture
defaults:
  length.kind: weeks
  closes.zone: Africa/Dakar
  languages.level: good
`;

/** What would be done, drafts, open entries, drafts in a space. */
const imports = commandsIn(`
npm run cms -- import missions.csv --language fr --map map.yml --dry-run
npm run cms -- import missions.csv --language fr --map map.yml
npm run cms -- import partners.csv --type organization --status open
npm run cms -- import missions.csv --language fr --map map.yml --contentful
`);

describe('the guides for editors', () => {
  it.each(guides)('%s names commands that there are, with options that they have', (file) => {
    const commands = commandsIn(readFileSync(file, 'utf8'));
    expect(commands.length).toBeGreaterThan(3);
    expect(missingFrom(commands)).toEqual([]);
  });

  describe('in a folder of content', () => {
    let folder = '';
    let env: Env = {};
    const run = ({ name, args }: GuideCommand, more: Env = {}) =>
      runScript(
        name,
        args.map((arg) => (/\.(?:csv|yml)$/.test(arg) ? path.join(folder, arg) : arg)),
        { ...env, ...more },
      );

    beforeAll(async () => {
      folder = await freshFolder('editors-guide');
      await cp('scripts/local/contentful/fixture', `${folder}/content`, { recursive: true });
      await writeFile(`${folder}/missions.csv`, missions);
      await writeFile(`${folder}/partners.csv`, partners);
      await writeFile(`${folder}/map.yml`, mapping);
      env = { CONTENT_DIR: `${folder}/content` };
    });

    it('imports with an earlier mapping say first what they would do, then make drafts and open entries', async () => {
      const [dry, drafts, open] = imports;
      if (!dry || !drafts || !open) throw new Error('There are four imports.');

      const said = await run(dry);
      expect(said).toMatchObject({ code: 0 });
      await expect(readFile(`${folder}/content/${created}`)).rejects.toThrow('ENOENT');

      expect(await run(drafts)).toMatchObject({ code: 0 });
      const draft = await readFile(`${folder}/content/${created}`, 'utf8');
      expect(draft).toContain('status: draft\n');
      expect(draft).toContain('causes:\n  - agriculture\n  - education\n');
      expect(draft).toContain('closes:\n  date: "2030-04-03"\n  zone: Africa/Dakar\n');
      expect(draft).not.toContain('Awa');

      expect(await run(open)).toMatchObject({ code: 0 });
      expect(await readFile(`${folder}/content/organizations/lagoon-readers.yml`, 'utf8')).toContain(
        '\n  name: Lagoon Readers\n',
      );
    });

    it.runIf(full)('the last import makes drafts in a space', async () => {
      const [, , , contentful, ...rest] = imports;
      if (!contentful || rest.length > 0) throw new Error('There are four imports.');
      const standIn = await startContentfulStandIn({ content: 'scripts/local/contentful/fixture' });
      try {
        const token = { CONTENTFUL_MANAGEMENT_TOKEN: 'local-management', ...contentfulEnv(standIn) };
        expect(await run(contentful, token)).toMatchObject({ code: 0 });
        const pulled = { ...token, CONTENT_DIR: `${folder}/pulled` };
        expect(await run({ name: 'cms', args: ['pull'] }, pulled)).toMatchObject({ code: 0 });
        expect(await readFile(`${folder}/pulled/${created}`, 'utf8')).toContain('status: draft\n');
      } finally {
        await standIn.close();
      }
    });

    it('its check and its report say what is there', async () => {
      // What this checkout has in `dist` is not compared with.
      const nothingPublished = ['--out', `${folder}/nothing-published`];
      expect(guide).toContain('npm run cms -- check');
      expect(await run({ name: 'cms', args: ['check', ...nothingPublished] })).toMatchObject({ code: 0 });
      expect(guide).toContain('npm run cms -- report');
      const { code, stdout } = await run({ name: 'cms', args: ['report', ...nothingPublished] });
      expect(code).toBe(0);
      expect(stdout).toContain('.local/report/report.html');
      expect(await readFile('.local/report/report.html', 'utf8')).toContain(
        'Traduire douze pages sur les marées',
      );
    });
  });
});
