import type { Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';
import { blank, WIDE } from './open';

export const TITLE = 'A park by the harbour';

/** Addresses of the scenarios that the tests have made; none is left behind in a service that somebody uses. */
const made: string[] = [];
afterAll(async () => {
  await Promise.all(made.map((address) => fetch(address, { method: 'DELETE' })));
});

/** The page with a scenario of its own open. */
export async function withScenario(query = '?map=16/43.7385/7.4262', viewport = WIDE): Promise<Page> {
  const page = await withPlans(query, viewport);
  await create(page, TITLE);
  return page;
}

/** The page, with whatever scenario it makes remembered, and deleted in the end. */
export async function withPlans(query = '', viewport = WIDE): Promise<Page> {
  const page = await blank({ viewport });
  page.on('response', async (response) => {
    const [address] = /^.*\/scenarios(?=(\/\w+\/copy)?$)/.exec(response.url()) ?? [];
    if (address && response.request().method() === 'POST' && response.ok()) {
      made.push(`${address}/${((await response.json()) as { id: string }).id}`);
    }
  });
  await page.goto(`${inject('address')}/${query}`);
  await page.waitForSelector('[data-share]');
  return page;
}

export async function create(page: Page, title: string): Promise<void> {
  await page.locator('[data-folder=plan]').evaluate((folder: HTMLDetailsElement) => { folder.open = true; });
  await page.locator('[data-form=new]').click();
  await page.fill('#scenario-title', title);
  await page.fill('#scenario-author', 'Planning office');
  await page.click('#save');
  await expect.poll(() => page.locator('.what-if').innerText()).toContain(title);
  await page.waitForSelector('#tools .tools');
}

/** The changes that the desk lists, in words. */
export const edits = (page: Page) => page.locator('.edits li').allInnerTexts();
