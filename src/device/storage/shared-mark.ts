/** Stored, as `yes`, where somebody said that others use this device too. */
export const sharedKey = 'ov:shared:1';
