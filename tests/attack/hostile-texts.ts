/**
 * Texts that an attacker would put into an entry. Each of them that could run calls `marker`, so that an execution, or an
 * attribute made of text, can be told from the same text shown as text.
 */

/** The function that every script among the hostile texts calls. No other code has a word like it. */
export const marker = 'ovAttack';

const call = `${marker}(1)`;
const script = `<script>${call}</script>`;
const image = `<img src=x onerror=${call}>`;

/** Markup that tries to leave the text, attribute, comment or script that it is written into. */
const markup = [
  script,
  image,
  `"><script>${call}</script>`,
  `" autofocus onfocus="${call}" x="`,
  `' onmouseover='${call}`,
  `</title>${script}`,
  `</style>${script}`,
  `</script>${script}`,
  `</noscript>${image}`,
  `--><script>${call}</script>`,
  `<!--<script>`,
  `]]>${script}`,
  `<svg><style><img title="</style>${image}">`,
  `<form><button formaction="javascript:${call}">Go</button></form>`,
  `<a href="java&#115;cript:${call}">read</a>`,
  `<iframe srcdoc="&lt;script&gt;parent.${call}&lt;/script&gt;"></iframe>`,
  `<object data="javascript:${call}"></object>`,
  `<base href="https://evil.example/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${call}">`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<p style="background:url(https://evil.example/x.png)">styled</p>`,
  `<details open ontoggle=${call}>`,
  `<xmp><img alt="</xmp>${image}">`,
  `&lt;script&gt;${call}&lt;/script&gt;`,
  `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  `%3Cscript%3E${call}%3C/script%3E`,
] as const;

/** Markdown that leads to scripts, to other hosts at once, or hides where it leads. */
const markdown = [
  `[read](javascript:${call})`,
  `[read](java\tscript:${call})`,
  `[read](&#106;avascript&colon;${call})`,
  `[read](<javascript:${call}>)`,
  `[read](data:text/html;base64,PHNjcmlwdD5vdkF0dGFjaygxKTwvc2NyaXB0Pg==)`,
  `[read](//evil.example/x)`,
  `[read](/\\evil.example)`,
  `[read](https://good.example@evil.example/)`,
  `[https://good.example](https://evil.example/)`,
  `[read](https://gооd.example/)`,
  `[read][ref]\n\n[ref]: javascript:${call}`,
  `![picture](https://evil.example/pixel.png)`,
  `![x](x" onerror="${call})`,
  `[a](https://x.example/" onclick="${call})`,
  `[mail](mailto:a@b.example?bcc=c@evil.example&body=%0d%0aX)`,
  `[^1]\n\n[^1]: <script>${call}</script>`,
  `| a | b |\n| - | - |\n| ${script} | ${image} |`,
  `# ${script}\n\n* ${image}\n\n> ${script}`,
  '`'.repeat(40) + script,
  `${'['.repeat(60)}x${']'.repeat(60)}(javascript:${call})`,
  `${'> '.repeat(60)}deep`,
] as const;

/** Text that breaks out of a format other than HTML. */
const formats = [
  `=HYPERLINK("https://evil.example","Open")`,
  `-2+3+cmd|' /C calc'!A0`,
  `END:VEVENT BEGIN:VEVENT ATTENDEE:mailto:x@evil.example`,
  `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;`,
  `&undefined; &amp &#0; &#xD800;`,
  `{"@type":"JobPosting","url":"javascript:${call}"}`,
  `\${${call}} {{${call}}} <%= ${call} %> #{${call}}`,
  `';${call};'`,
  `\\";${call};//`,
  `) /A << /S /JavaScript /JS (${call}) >> (`,
  `%0d%0aSet-Cookie: x=1`,
  `../../../../etc/passwd`,
  `__proto__`,
  `constructor`,
] as const;

/** Letters that reorder, hide or overflow. */
const letters = [
  '\u202Egnp.exe\u202C mirrored',
  '\u2066isolated\u2069 \u200B\u200D\uFEFFhidden',
  'Z\u0351\u036B\u0343\u036A\u0302a\u0335\u0321\u034El\u0334\u031Bgo',
  '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}\u{E0067}\u{E0062}',
  'ﷺ'.repeat(12),
  'W'.repeat(100),
  '\u2028line\u2029paragraph',
  'nul\0byte \u0007bell \u001B[31mred',
  'K\u212Aelvin İstanbul ſtraße ﬁne',
] as const;

export const hostileTexts: readonly string[] = [...markup, ...markdown, ...formats, ...letters];

/** Addresses, for fields that hold one. */
export const hostileAddresses = [
  `javascript:${call}`,
  `data:text/html,${script}`,
  'https://good.example@evil.example/',
  'https://gооd.example/',
  'https://evil.example\\@good.example/',
  `https://x.example/"onmouseover="${call}`,
  `https://x.example/'><script>${call}</script>`,
  `https://x.example/?q=<svg/onload=${call}>#"'`,
  'https://x.example/%0d%0aSet-Cookie:x=1',
  'https://x.example/a b',
  '//evil.example',
  ' https://x.example ',
] as const;
