import { describe, expect, it } from 'vitest';
import { useContentFolder } from '../content-folder.fixture';
import { parseColumnMap } from '../table/column-map';

const { read, run } = useContentFolder();

const header =
  'Intitulé,Accroche,Détails du poste,Livrable,Profil,Qui,Domaine,Nature de la mission,Langues,Heures,Durée,Fin le,Écrire à,Remarque';
const row = (n: number) =>
  [
    `Traduire le cahier ${n}`, 'Un cahier pour une école.', 'Traduire les pages du cahier.', 'Un fichier.', 'Patience',
    n % 2 === 0 ? 'Casa Abierta' : 'Sahel Wells Network', n % 2 === 0 ? 'Eau' : 'Éducaton', 'Traduction',
    'français', '2-4', '6 semaines', '31/12/2030', 'desk@casa.example', 'voir Awa',
  ].join(','); // prettier-ignore
const sheet = [header, ...Array.from({ length: 6 }, (_, n) => row(n))].join('\n');

describe('--propose', () => {
  it('writes a mapping with its guesses marked, in the language of the report, and imports nothing', async () => {
    const { code, lines } = await run('missions.csv', sheet, { propose: true, reportLanguage: 'fr' });
    expect(code).toBe(0);
    expect(lines).toEqual([
      'La correspondance est proposée dans missions.map.yml. Relisez-la, puis importez avec --dry-run.',
    ]);
    const text = await read('missions.map.yml');
    const map = parseColumnMap(text);
    expect(map).toMatchObject({ source: 'missions', type: 'opportunity', language: 'fr', dates: 'dmy' });
    expect(map.columns).toMatchObject({
      Intitulé: ['title'], Accroche: ['summary'], 'Détails du poste': null, Qui: ['organization'],
      Domaine: ['causes'], 'Fin le': ['closes.date'], 'Écrire à': null, Remarque: null,
    }); // prettier-ignore
    expect(map.values['causes']).toEqual({ Éducaton: 'education', Eau: 'water' });
    expect(text).toContain('Qui: organization # ? deviné d’après ses valeurs');
    expect(text).toContain('# task: …');
    await expect(run('missions.csv', sheet, { propose: true })).rejects.toThrow('There is a mapping');
  });

  it('is used for the sheet from then on, and for one with the same columns', async () => {
    await run('missions.csv', sheet, { propose: true, reportLanguage: 'fr' });
    const next = sheet.replaceAll('le cahier', 'la carte');
    const { lines } = await run('avril.csv', next, { dryRun: true });
    expect(lines).toContain('The mapping is missions.map.yml.');
    // Values that the proposal leaves open are named once for all rows.
    expect(lines.filter((one) => one.includes('is missing'))).not.toEqual([]);
    expect(
      lines.filter((one) => /^ {2}6 rows \(2–7\), such as row 2: What the volunteer will do/.test(one)),
    ).toHaveLength(1);
  });
});
