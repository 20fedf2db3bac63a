import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ask } from '../request.fixture';
import { asJson, useInbox } from './inbox.fixture';
import type { InboxSubmission } from './store';

const inbox = useInbox();
const { kept, post, postJson } = inbox;

describe('what it takes', () => {
  it('keeps JSON as it came', async () => {
    const answer = await postJson('abc', { name: 'محمد 👩🏽‍🚀 \u2028', n: 3, list: ['a'], __proto__x: 1 });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.json()).toEqual({ ok: true, next: `${inbox.url}/thanks` });
    const [row] = await kept();
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      form: 'abc',
      fields: { name: 'محمد 👩🏽‍🚀 \u2028', n: 3, list: ['a'], __proto__x: 1 },
    });
  });

  it('keeps an urlencoded form, repeated names as a list', async () => {
    await post('abc', new URLSearchParams('name=Awa&day=mon&day=tue&empty='));
    expect((await kept())[0]?.fields).toEqual({ name: 'Awa', day: ['mon', 'tue'], empty: '' });
  });

  it('keeps a multipart form', async () => {
    const form = new FormData();
    form.set('name', 'Awa\nDiop');
    form.set('__proto__', 'x');
    await post('abc', form);
    const [row] = await kept();
    expect(Object.entries(row?.fields ?? {})).toEqual([
      ['name', 'Awa\r\nDiop'],
      ['__proto__', 'x'],
    ]);
  });

  it('takes an empty file field for none', async () => {
    const form = new FormData();
    form.set('name', 'Awa');
    form.set('cv', new File([], ''));
    expect((await post('no-files', form)).status).toBe(200);
    expect((await kept())[0]).not.toHaveProperty('files');
  });

  it('accepts what fell into the trap, and doesn’t keep it', async () => {
    expect((await postJson('abc', { name: 'Bot', _gotcha: 'x' })).status).toBe(200);
    expect((await postJson('abc', { name: 'Person', _gotcha: '' })).status).toBe(200);
    expect((await kept()).map(({ fields }) => fields)).toEqual([{ name: 'Person' }]);
  });
});

describe('a proposal', () => {
  it('can be taken out as a file, to make an entry of', async () => {
    await postJson('abc', { purpose: 'propose', title: 'Translate' });
    await postJson('abc', { name: 'Awa' });
    const page = await (await fetch(inbox.url)).text();
    const paths = [...page.matchAll(/href="(\/submission\/[^"]+)"/g)].map(([, path]) => path);
    expect(paths).toHaveLength(1);
    const answer = await fetch(`${inbox.url}${paths[0]}`);
    expect(await answer.json()).toMatchObject({ form: 'abc', fields: { title: 'Translate' } });
    expect((await fetch(`${inbox.url}/submission/none.json`)).status).toBe(404);
  });
});

describe('what it refuses', () => {
  it.each([
    [{ name: 'Awa', email: 'nobody' }, 422, { code: 'TYPE_EMAIL', field: 'email' }],
    [{ name: 'Awa', email: ['a@b.cd'] }, 422, { code: 'TYPE_EMAIL', field: 'email' }],
    [{ name: 'Awa', email: ' ' }, 422, { code: 'REQUIRED_FIELD_EMPTY', field: 'email' }],
    [{ name: ' ', _subject: 'Hi' }, 422, { code: 'EMPTY' }],
    [{}, 422, { code: 'EMPTY' }],
  ])('%j', async (fields, status, error) => {
    const answer = await postJson('abc', fields);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error: expect.any(String) as string, errors: [error] });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['{"a":', 'application/json', 400],
    ['[1]', 'application/json', 400],
    ['null', 'application/json', 400],
    ['x', 'multipart/form-data; boundary=y', 400],
    ['x', 'multipart/form-data', 400],
    ['x', 'text/plain', 415],
  ])('%s as %s', async (body, type, status) => {
    expect((await post('abc', body, { ...asJson, 'Content-Type': type })).status).toBe(status);
    expect(await kept()).toEqual([]);
  });

  it('says clearly that a body is too large', async () => {
    const answer = await postJson('abc', { name: 'x'.repeat(1_000_000) });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ error: expect.stringContaining('too large') as string });
    expect(await kept()).toEqual([]);
    expect((await postJson('abc', { name: 'x'.repeat(999_900) })).status).toBe(200);
  });

  it('doesn’t keep what broke off', async () => {
    const socket = connect(inbox.port, '127.0.0.1');
    socket.write(
      'POST /f/abc HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=Aw',
      () => socket.destroy(),
    );
    await new Promise((resolve) => socket.once('close', resolve));
    await postJson('abc', { name: 'Next' });
    expect((await kept()).map(({ fields }) => fields)).toEqual([{ name: 'Next' }]);
  });
});

describe('a plain form', () => {
  const plain = { Accept: 'text/html' };
  const sendPlain = (fields: Record<string, string>) =>
    post('abc', new URLSearchParams({ name: 'Awa', ...fields }), plain);

  it('leads to the page that it names on this machine', async () => {
    const answer = await sendPlain({ _next: 'http://localhost:4321/fr/merci/' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('http://localhost:4321/fr/merci/');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '//evil.example/',
    'https://evil.example/',
    '/thanks',
    'file:///etc/passwd',
    '',
  ])('doesn’t lead to %s', async (next) => {
    expect((await sendPlain({ _next: next })).headers.get('location')).toBe(`${inbox.url}/thanks`);
  });

  it('gets a page that says what is wrong', async () => {
    const answer = await sendPlain({ email: '<b>' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('email should be an email');
  });

  it('ends on a page of thanks', async () => {
    const answer = await fetch(`${inbox.url}/thanks`);
    expect(await answer.text()).toContain('has been received');
  });
});

describe('what a browser asks', () => {
  it('allows the client’s own headers from any origin', async () => {
    const answer = await fetch(`${inbox.url}/f/abc`, {
      method: 'OPTIONS',
      headers: { Origin: 'http://localhost:4321', 'Access-Control-Request-Method': 'POST' },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase().split(', ')).toEqual(
      expect.arrayContaining(['content-type', 'accept', 'formspree-client', 'formspree-session-data']),
    );
  });

  it('shows nothing to a page whose name only points here', async () => {
    const answer = await ask(`${inbox.url}/submissions.json`, { headers: { Host: 'evil.example' } });
    expect(answer.status).toBe(421);
  });

  it('lets no other origin read what came in', async () => {
    for (const page of ['/', '/submissions.json']) {
      const answer = await fetch(inbox.url + page);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it.each([
    ['GET', '/f/abc', 405],
    ['PUT', '/f/abc', 405],
    ['POST', '/', 405],
    ['GET', '/nothing', 404],
    ['GET', '/f/a/b', 404],
    ['POST', '/f/a%20b', 404],
  ])('%s %s -> %i', async (method, page, status) => {
    expect((await fetch(inbox.url + page, { method })).status).toBe(status);
  });
});

describe('the list', () => {
  it('says that nothing came in yet', async () => {
    expect(await (await fetch(inbox.url)).text()).toContain('Nothing has come in yet');
    expect(await (await fetch(`${inbox.url}/submissions.json`)).json()).toEqual([]);
  });

  it('shows the newest first, everything as text', async () => {
    await postJson('abc', { name: 'First' });
    await postJson('abc', {
      '<i>x</i>': '<script>alert("1")</script>',
      _subject: '"><img src=x onerror=alert(1)>',
    });
    const answer = await fetch(inbox.url);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<img|<i>/);
    expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;');
    expect(page.indexOf('&lt;script')).toBeLessThan(page.indexOf('First'));
    const json = (await (await fetch(`${inbox.url}/submissions.json`)).json()) as InboxSubmission[];
    expect(json.map(({ fields }) => fields['name'])).toEqual([undefined, 'First']);
  });
});
