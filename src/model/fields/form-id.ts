/** True for what can be the id of a form: the last part of its address, `abcdwxyz` of `https://formspree.io/f/abcdwxyz`. */
export const isFormId = (text: string) => /^[A-Za-z0-9_-]{1,40}$/.test(text);
