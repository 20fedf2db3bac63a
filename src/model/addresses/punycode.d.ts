/** The part of the package that is used; its own types describe Node's deprecated module. */
declare module 'punycode/punycode.es6.js' {
  /** A host with each `xn--` label decoded. Throws a `RangeError` where one can't be. */
  export function toUnicode(host: string): string;
}
