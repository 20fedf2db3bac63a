/** Pastes what office programs and mail copy into texts of the local editor. */
import { expect } from '@playwright/test';
import { field, open, soon, unfold } from './editor-page';
import { test, useEditor } from './editor-session';

const editor = useEditor();

const wordItem = (level: number, sign: string, text: string) =>
  `<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
lang=FR style='font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=FR>${text}<o:p></o:p></span></p>`;

const programs: readonly (readonly [
  program: string,
  field: string,
  kind: 'text/html' | 'text/plain',
  copied: string,
  markdown: string,
])[] = [
  [
    'Word',
    'en.task',
    'text/html',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm} --></style></head>
<body lang=FR><!--StartFragment-->
<h2 style='margin-top:2.0pt'><span lang=FR>Votre travail<o:p></o:p></span></h2>
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span lang=FR>Traduire</span></b><span lang=FR style='mso-bidi-font-weight:bold'> 40 pages vers le <i style='mso-bidi-font-style:normal'>wolof</i>&nbsp;:<o:p></o:p></span></p>
<p class=MsoNormal><span lang=FR><o:p>&nbsp;</o:p></span></p>
${wordItem(1, '·', 'le guide')}
${wordItem(2, 'o', 'ses <b>notes</b>')}
${wordItem(1, '·', 'les <a href="https://example.org/fiches">fiches</a>')}
<p class=MsoNormal>Puis<span style='mso-spacerun:yes'> </span>:</p>
${wordItem(1, '1.', 'relire')}
${wordItem(2, 'a)', 'seul')}
${wordItem(1, '2.', 'envoyer')}
<table class=MsoTableGrid><tr><td><p class=MsoNormal><b>Page<o:p></o:p></b></p></td><td><p class=MsoNormal>Heures<o:p></o:p></p></td></tr>
<tr><td><p class=MsoNormal>1</p></td><td><p class=MsoNormal>2,5</p></td></tr></table>
<p class=MsoNormal><img width=12 src="file:///C:/Temp/clip_image001.png">Fin.</p>
<!--EndFragment--></body></html>`,
    `## Votre travail

**Traduire** 40 pages vers le _wolof_\u00A0:

- le guide
  - ses **notes**
- les [fiches](https://example.org/fiches)

Puis :

1. relire
   1. seul
2. envoyer

**Page** | Heures

1 | 2,5

Fin.`,
  ],
  [
    'Google Docs',
    'en.deliverable',
    'text/html',
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-3f9a1b2c-7fff"><h2 dir="ltr"><span style="font-size:16pt;font-weight:400;">What you do</span></h2><p dir="ltr" style="line-height:1.38;"><span style="font-weight:400;font-style:normal;">Read </span><span style="font-weight:700;font-style:normal;">forty</span><span style="font-weight:400;font-style:italic;"> pages</span><span style="font-weight:400;">.</span></p><br /><ul style="margin-top:0;"><li dir="ltr" style="font-weight:400;" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">one</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>two</span></p></li></ul></ul></b>`,
    `## What you do

Read **forty** _pages_.

- one
  - two`,
  ],
  [
    'LibreOffice',
    'en.impact',
    'text/html',
    `<!DOCTYPE HTML><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><style type="text/css">p { line-height: 115% }</style></head><body lang="es-ES"><p style="line-height: 100%"><font face="Liberation Serif"><font size="3"><b>Leer</b> cuarenta páginas<br/>en dos semanas.</font></font></p><ol><li><p style="line-height: 100%">leer</p></li><li><p style="line-height: 100%">enviar</p></li></ol></body></html>`,
    `**Leer** cuarenta páginas\\
en dos semanas.

1. leer
2. enviar`,
  ],
  [
    'mail with a table for layout',
    'en.requirements',
    'text/html',
    `<table><tbody><tr><td><div>Dear all,</div><div><p>we need help:</p><ul><li>with words</li></ul></div></td></tr></tbody></table>`,
    `Dear all,

we need help:

- with words`,
  ],
  [
    'plain text',
    'en.learning',
    'text/plain',
    'You learn:\r\n\r\n• to read maps\r\n    • old ones\r\n• to *draw* them_too\r\nFirst:\r\n1) read\r\n2) draw\r\n  See https://example.org/a_b_c #1\r\n',
    `You learn:

- to read maps
  - old ones
- to *draw* them_too

First:

1. read
2. draw

See https://example.org/a_b_c #1`,
  ],
];

test('keeps headings, lists, emphasis and rows', async () => {
  const { page } = editor;
  await open(page, 'opportunity/+');
  await unfold(page, 'More about what it is');
  for (const [program, place, kind, copied, markdown] of programs) {
    const text = field(page, place);
    await expect(text).toHaveAttribute('contenteditable', 'true', soon);
    await text.evaluate(
      (element, [kind, copied]) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(kind, copied);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      [kind, copied] as const,
    );
    const control = page.locator('.markdown').filter({ has: text });
    await control.getByRole('button', { name: 'Markdown', exact: true }).click();
    await expect(control.locator('textarea'), program).toHaveValue(markdown);
  }
});
