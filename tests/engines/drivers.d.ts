/**
 * The parts of the drivers that the walk uses. `npm run test:full -- engines` installs them when it first runs, and types are
 * checked without them.
 */
declare module 'puppeteer-core' {
  interface Page {
    evaluate: (script: string) => Promise<unknown>;
    locator: (selector: string) => { click: () => Promise<void> };
    type: (selector: string, text: string) => Promise<void>;
  }
  interface Browser {
    version: () => Promise<string>;
    newPage: () => Promise<Page>;
    close: () => Promise<void>;
  }
  const puppeteer: {
    launch: (options: { browser: 'firefox'; executablePath: string }) => Promise<Browser>;
  };
  export default puppeteer;
}

declare module 'selenium-webdriver' {
  export interface WebElement {
    click: () => Promise<void>;
    sendKeys: (text: string) => Promise<void>;
  }
  export interface WebDriver {
    executeScript: (script: string) => Promise<unknown>;
    findElement: (locator: object) => WebElement;
    getCapabilities: () => Promise<{ get: (name: string) => unknown }>;
    quit: () => Promise<void>;
  }
  export class Builder {
    usingServer(url: string): this;
    withCapabilities(capabilities: Readonly<Record<string, unknown>>): this;
    build(): PromiseLike<WebDriver>;
  }
  export const By: { css: (selector: string) => object };
}
