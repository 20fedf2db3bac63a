/** Firefox, driven over WebDriver BiDi. */
import puppeteer from 'puppeteer-core';
import type { OpenEngine } from './engine';

export const openFirefox: OpenEngine = async () => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
  });
  const page = await browser.newPage();
  return {
    name: await browser.version(),
    evaluate: (expression) => page.evaluate(expression),
    click: (selector) => page.locator(selector).click(),
    type: (selector, text) => page.type(selector, text),
    close: () => browser.close(),
  };
};
