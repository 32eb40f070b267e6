import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const WIDE = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

let browser: Browser;
const foreign: string[] = [];
const faults: string[] = [];

/** A real browser for the tests of a file. None of them may ask another host or leave an error in the console. */
export function withBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGUMENTS });
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().flatMap((context) => context.pages()).map((page) => page.unrouteAll({ behavior: 'ignoreErrors' })));
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(foreign.splice(0)).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });
}

/** The page before anything has happened in it, so that requests can be intercepted. */
export async function blank(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: WIDE, locale: 'en-GB', permissions: options.geolocation ? ['geolocation'] : [], ...options });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('address')) && !/^(data|blob):/.test(request.url())) {
      foreign.push(request.url());
    }
  });
  // A refusal, and a request that a test cuts off, are logged by the browser itself.
  const refused = (text: string, url: string) => /status of 400|ERR_FAILED/.test(text) || (/status of 404/.test(text) && url.includes('/api/'));
  page.on('console', (message) => message.type() === 'error' && !refused(message.text(), message.location().url) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  return page;
}

/** The page with its first answer. */
export async function open(query = '', options: BrowserContextOptions = {}): Promise<Page> {
  const page = await blank(options);
  await page.goto(inject('address') + query);
  await page.waitForSelector('[data-share]');
  return page;
}

export const share = (page: Page) => page.locator('[data-share]').innerText();
export const parameter = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
export const alert = (page: Page) => page.locator('[role=alert]');
