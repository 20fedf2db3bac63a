import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMappedTable } from '../find-mapping';
import { guardFormula, restoreFormulas } from '../table/formula-cells';
import { importContent } from '../import-command';
import { readConfig } from '@/config/config';
import { useContentFolder } from '../content-folder.fixture';

const folder = useContentFolder();

const header =
  'Titre;Résumé;Tâche;Livrable;Utilité;Profil;Organisation;Type de tâche;Langues;Heures;Durée;Date limite;Fuseau';
const line = (title: string, hours: string) =>
  `"${title}";Un cahier.;Traduire.;Un fichier.;On lit mieux.;Patience;Casa Abierta;Traduction;français : bon;${hours};en continu;31/12/2030;UTC`;

describe('a sheet of the rows left out', () => {
  it('has their reasons in the sheet’s language, and can be corrected and imported', async () => {
    const first = line('Relire; vite', '2-4');
    // Another one of that title.
    const text = [header, first, line('Relire; vite', '3-5')].join('\n');
    const { code, lines } = await folder.run('missions.csv', text, {
      language: 'fr', reportLanguage: undefined, saveLeftOut: true,
    }); // prettier-ignore
    expect(code).toBe(1);
    expect(lines).toContain('La ligne 3 «\u202FRelire; vite\u202F» est écartée\u00A0:');
    expect(lines.at(-1)).toBe('Les lignes écartées sont dans missions.left-out.csv, avec leurs motifs.');

    const file = folder.inside('missions.left-out.csv');
    const left = await readFile(file, 'utf8');
    expect(left).toMatch(/^\uFEFFMotifs,Titre,/);
    expect(left).toContain('"Relire; vite"');
    expect(left.split('\r\n')).toHaveLength(3);
    const [reason = ''] = left.split('\r\n')[1]?.split(',') ?? [];
    expect(reason).toContain('Titre (fr)');

    const printed: string[] = [];
    const again = async (textNow: string) =>
      folder.run('missions.left-out.csv', textNow, { language: 'fr', reportLanguage: 'en' });
    const { code: next, lines: nextLines } = await again(left.replaceAll('Relire; vite', 'Relire; lent'));
    expect(next).toBe(0);
    // The other rows of the source aren't missing, and the reasons are no field.
    expect(nextLines.join('\n')).not.toMatch(/No longer|Not imported/);
    expect(await folder.read('content/opportunities/relire-lent.yml')).toContain('    source: missions\n');

    // The whole sheet, corrected too, has nothing new.
    await folder.run('missions.csv', [header, first, line('Relire; lent', '3-5')].join('\n'), {
      language: 'fr',
    });
    const config = readConfig(folder.env(), 'import');
    const print = (one: string) => printed.push(one);
    const options = { file: folder.inside('missions.csv'), language: 'fr', reportLanguage: 'en' };
    expect(await importContent(options, { config, print, reportDir: folder.inside('report') })).toBe(0);
    expect(printed).toContain('0 entries were changed; 2 are as the sheet says.');
  });

  it('has no cell that a spreadsheet would run, and brings every cell back as it was', async () => {
    const formula = '=HYPERLINK("http://elsewhere.example";"Open")';
    const cells: Readonly<Record<string, string>> = {
      Titre: formula, Résumé: '+1 bénévole', Tâche: '- lire\n- relire', Livrable: "'=rien", Profil: '@tous',
    }; // prettier-ignore
    const row = (hours: string) =>
      header
        .split(';')
        .map((column) => `"${(column === 'Heures' ? hours : (cells[column] ?? '')).replaceAll('"', '""')}"`)
        .join(';');
    const text = [header, row('2-4'), row('3-5')].join('\n');
    await folder.run('missions.csv', text, { language: 'fr', saveLeftOut: true });
    const file = folder.inside('missions.left-out.csv');
    const left = await readFile(file, 'utf8');
    const beginnings = parse(left, { bom: true }).flatMap((line) => line.map((cell) => cell.slice(0, 1)));
    expect(beginnings.filter((sign) => /[=+@-]/.test(sign))).toEqual([]);
    const { table } = await readMappedTable(file, {});
    expect(table.rows.map((one) => Object.fromEntries(one.cells))).toEqual([expect.objectContaining(cells)]);
  });

  it('protects any text so that it comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '\t', 'a', '＝') }), (text) => {
        const guarded = guardFormula(text);
        expect(guarded).not.toMatch(/^[=+\-@\t＝]/);
        const rows = [{ number: 2, cells: new Map([['x', guarded]]) }];
        expect(restoreFormulas({ columns: ['x'], rows }).rows[0]?.cells.get('x')).toBe(text);
      }),
    );
  });
});
