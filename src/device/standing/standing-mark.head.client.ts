/**
 * Where there is something on the device, the home page keeps room for as many lines about it as it had last time, so
 * that nothing moves when they come.
 */
import type { standingKey, standingMark } from '../storage/keys';

// Written out, and held to the constants by their types: imported ones take a function.
try {
  const lines = localStorage['ov:standing:1' satisfies typeof standingKey];
  const root = document.documentElement;
  if (/^[1-4]$/.test(lines)) {
    root.classList.add('standing-known' satisfies typeof standingMark);
    root.style.setProperty('--standing', lines);
  }
} catch {
  // The browser blocks storage, so nothing is on the device.
}
