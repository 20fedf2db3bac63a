/** The name of the field that holds an application's file. A module of its own, since all code that sends needs it. */
export const attachmentField = 'attachment';
