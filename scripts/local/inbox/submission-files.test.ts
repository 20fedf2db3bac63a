import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { useInbox } from './inbox.fixture';

const inbox = useInbox();
const { kept, post } = inbox;

describe('a file', () => {
  const withFile = (...files: readonly File[]) => {
    const form = new FormData();
    form.set('name', 'Awa');
    for (const file of files) form.append('cv', file);
    return form;
  };
  const pdf = new File(['%PDF-1.7'], 'cv.pdf', { type: 'application/pdf' });

  it('is in a folder beside the submissions, and the row says which it is', async () => {
    expect((await post('abc', withFile(pdf))).status).toBe(200);
    const [row] = await kept();
    expect(row?.fields).toEqual({ name: 'Awa' });
    expect(row?.files).toEqual([
      {
        field: 'cv',
        name: 'cv.pdf',
        size: 8,
        type: 'application/pdf',
        sha256: createHash('sha256').update('%PDF-1.7').digest('hex'),
        path: `inbox-files/${row?.id}.1`,
      },
    ]);
    expect(await readFile(path.join(path.dirname(inbox.file), row?.files?.[0]?.path ?? ''), 'utf8')).toBe(
      '%PDF-1.7',
    );
  });

  it('can be had from the list, only to be saved', async () => {
    await post(
      'abc',
      withFile(pdf, new File(['<script>alert(1)</script>'], '<b>.html', { type: 'text/html' })),
    );
    const page = await (await fetch(inbox.url)).text();
    expect(page).toContain('<bdi>&lt;b&gt;.html</bdi>');
    const paths = [...page.matchAll(/href="(\/file\/[^"]+)"/g)].map(([, at]) => at);
    expect(paths).toHaveLength(2);
    const answer = await fetch(`${inbox.url}${paths[1]}`);
    expect(await answer.text()).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''_b_.html",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    });
  });

  it.each([
    ['../../x', '.._.._x'],
    ['..\\..\\x.pdf', '.._.._x.pdf'],
    ['/etc/passwd', '_etc_passwd'],
    ['a\0b.pdf', 'ab.pdf'],
    ['fdp.\u202Eexe', 'fdp.exe'],
    [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(300)}.pdf`],
    ['👩🏽‍🚀 «été».pdf', '👩🏽‍🚀 «été».pdf'],
  ])('named %j lands where the others do', async (name, saved) => {
    expect((await post('abc', withFile(new File(['x'], name)))).status).toBe(200);
    const [row] = await kept();
    expect(row?.files?.[0]?.path).toBe(`inbox-files/${row?.id}.1`);
    expect(await readdir(path.dirname(inbox.file))).toEqual(['inbox-files', 'inbox.jsonl']);
    const answer = await fetch(`${inbox.url}/file/${row?.id}/1`);
    const [, encoded = ''] = /UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
    expect(decodeURIComponent(encoded)).toBe(saved);
  });

  it('is nowhere that an address or a row could lead to', async () => {
    await post('abc', withFile(pdf));
    const [row] = await kept();
    for (const at of [
      `/file/${row?.id}/2`,
      `/file/${row?.id}/0`,
      '/file/..%2Finbox/1',
      '/file/../inbox.jsonl',
    ])
      expect((await fetch(`${inbox.url}${at}`)).status, at).toBe(404);
    const forged = { ...row, id: '../inbox-files/x' };
    await writeFile(inbox.file, `${JSON.stringify(forged)}\n`);
    expect((await fetch(`${inbox.url}/file/../inbox-files/x/1`)).status).toBe(404);
  });

  it.each([
    ['NO_FILE_UPLOADS', 'no-files', () => withFile(pdf), 400],
    ['FILES_TOO_BIG', 'files-too-big', () => withFile(pdf), 413],
    ['TOO_MANY_FILES', 'abc', () => withFile(...Array.from({ length: 11 }, () => pdf)), 400],
    ['FILES_TOO_BIG', 'abc', () => withFile(new File([new Uint8Array(25_000_001)], 'a.pdf')), 413],
    ['FILES_TOO_BIG', 'abc', () => withFile(new File([new Uint8Array(27_000_000)], 'a.pdf')), 413],
  ])('is refused as %s by the form %s', async (code, form, body, status) => {
    const answer = await post(form, body());
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ errors: [{ code }] });
    expect(await kept()).toEqual([]);
    expect(await readdir(path.dirname(inbox.file)).catch(() => [])).toEqual([]);
  });

  it('may have 25 MB, and the rest no more than without one', async () => {
    expect((await post('abc', withFile(new File([new Uint8Array(25_000_000)], 'a.pdf')))).status).toBe(200);
    const long = withFile(pdf);
    long.set('name', 'x'.repeat(1_000_001));
    expect((await post('abc', long)).status).toBe(413);
    expect(await kept()).toHaveLength(1);
  });

  it('leaves nothing where it can’t be stored, and nobody is told otherwise', async () => {
    await mkdir(path.dirname(inbox.file), { recursive: true });
    await writeFile(path.join(path.dirname(inbox.file), 'inbox-files'), 'no folder');
    expect((await post('abc', withFile(pdf))).status).toBe(500);
    expect(await kept()).toEqual([]);
  });
});
