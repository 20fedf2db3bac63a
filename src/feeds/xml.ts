import { html, Html } from '@/model/html';

/** A template of XML, which needs the same as one of HTML. */
export const xml = html;

export const xmlDeclaration = new Html('<?xml version="1.0" encoding="UTF-8"?>\n');
