/** The name under which the file of an application is sent. By itself, since whatever sends needs it. */
export const attachmentField = 'attachment';
