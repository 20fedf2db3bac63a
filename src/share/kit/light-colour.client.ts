/** The colours of the light scheme, which pictures have whatever scheme the visitor prefers. */
let declared: readonly CSSStyleDeclaration[] | undefined;

/** A colour of the site by its name, without the dashes: `ink -> #221c46`. Those of the dark scheme stand in media queries. */
export function lightColour(name: string): string {
  declared ??= [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .flatMap((rule) => (rule instanceof CSSStyleRule && rule.selectorText === ':root' ? rule.style : []));
  const values = declared.map((style) => style.getPropertyValue(`--${name}`).trim());
  return values.findLast((value) => value !== '') ?? '';
}
