import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { open, parameter, PHONE, withBrowser } from './open';

// Where the next shelters do most good.

withBrowser();

const scenarios = `${inject('address')}/api/areas/monaco/scenarios`;
afterAll(async () => {
  const found = (await (await fetch(scenarios)).json()) as { scenarios: { id: string; title: string }[] };
  await Promise.all(found.scenarios.filter(({ title }) => / (3|25) new$|: (3|25) new$/.test(title)).map(({ id }) => fetch(`${scenarios}/${id}`, { method: 'DELETE' })));
});

const number = (text: string) => Number(text.replace(/\D/g, ''));
const valued = async (page: Page) => number((await page.locator('[data-site-value]').innerText()).split(' ')[0]!);

async function search(page: Page): Promise<void> {
  await page.click('#site-run');
  await page.waitForSelector('[data-site-value]', { timeout: 45_000 });
}

test('three sites are found with value and bound, marked on the map, and tried: the total after is the value', async () => {
  const page = await open('/?minutes=5');
  await search(page);
  const value = await valued(page);
  const bound = Number(await page.locator('[data-site-bound]').getAttribute('data-site-bound'));
  expect(value).toBeGreaterThan(20_000);
  expect(bound).toBeGreaterThanOrEqual(value);
  expect(await page.locator('[data-site-bound]').innerText()).toContain('Nobody could cover more than');
  expect([await page.locator('.site-chosen').count(), await page.locator('.site-other').count()]).toEqual([3, 10]);
  const steps = await page.locator('[data-table=site-curve] tbody td:nth-of-type(1)').allInnerTexts();
  expect(steps.map(number).at(-1)).toBe(value);
  expect(await page.locator('[data-site^=other] span').first().innerText()).toMatch(/fewer|just as good/);
  await page.click('#site-try');
  await page.waitForSelector('.compare table');
  const row = page.locator('.compare tbody tr').nth(1);
  await expect.poll(async () => number(await row.locator('td').nth(1).innerText())).toBe(value);
  const before = number(await row.locator('td').nth(0).innerText());
  expect(await page.locator('.sited').innerText()).toContain(before.toLocaleString('en'));
  expect(parameter(page, 'scenario')).not.toBeNull();
  // They are shelters of the scenario now.
  await expect.poll(() => page.locator('.shelter-added').count()).toBe(3);
  expect(await page.locator('.site-mark').count()).toBe(0);
});

test('a site that is never to be chosen is not, one fixed is, and what is not asked anew is said to be old', async () => {
  const page = await open('/?minutes=5');
  await search(page);
  const best = await valued(page);
  const unwanted = (await page.locator('[data-closed^=chosen]').first().getAttribute('data-closed'))!.split('-')[1]!;
  const other = (await page.locator('[data-open^=other]').nth(4).getAttribute('data-open'))!.split('-')[1]!;
  await page.locator(`[data-mark=chosen-${unwanted}]`).focus();
  await page.keyboard.press('Enter');
  await page.click(`[data-closed=map-${unwanted}]`);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-mark'))).toBe(`chosen-${unwanted}`);
  await page.click(`[data-open=other-${other}]`);
  expect(await page.locator('[data-stale]').count()).toBe(1);
  await search(page);
  expect(await page.locator(`[data-site=chosen-${unwanted}]`).count()).toBe(0);
  expect(await page.locator(`[data-site=chosen-${other}]`).count()).toBe(1);
  expect([await valued(page) <= best, await page.locator('[data-stale]').count()]).toEqual([true, 0]);
  await page.click(`[data-free="${unwanted}"]`);
  expect(await page.locator('.site-closed').count()).toBe(0);
});

test('a search that is stopped keeps the best so far with its bound', async () => {
  const page = await open('/?minutes=4');
  await page.fill('#site-sites', '25');
  await page.selectOption('#site-goal', 'room');
  expect(await page.inputValue('#site-sites')).toBe('25');
  await page.evaluate(() => {
    const heard: number[] = [];
    Object.assign(window, { heard });
    new MutationObserver(() => heard.push(performance.now())).observe(document.querySelector('.siting [role=status]')!, { childList: true });
  });
  await page.click('#site-run');
  await page.waitForFunction(() => document.querySelector<HTMLProgressElement>('#site-near')?.hasAttribute('value'), null, { timeout: 45_000 });
  expect(await page.locator('#site-progress').innerText()).toMatch(/Best so far: [\d,]+ people/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-cancel');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-site-value]', { timeout: 45_000 });
  const bound = Number(await page.locator('[data-site-bound]').getAttribute('data-site-bound'));
  expect(bound).toBeGreaterThan(await valued(page));
  expect(await page.locator('.sited').innerText()).toContain('Stopped before the best was proven.');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('site-run');
  await expect.poll(() => page.locator('.siting [role=status]').innerText()).toContain('The best choice found has');
  const heard = await page.evaluate(() => (window as unknown as { heard: number[] }).heard);
  expect(heard.length).toBeGreaterThan(1);
  expect(Math.min(...heard.slice(1).map((at, index) => at - heard[index]!))).toBeGreaterThan(990);
  const value = await valued(page);
  await page.click('#site-try');
  await expect.poll(async () => number((await page.locator('.compare tbody tr', { hasText: 'Find room' }).locator('td').nth(1).innerText()).split('–')[0]!)).toBe(value);
});

test('the search of a page that is left does not go on', async () => {
  const page = await open('/?minutes=4');
  await page.fill('#site-sites', '25');
  await page.selectOption('#site-goal', 'room');
  const asked = page.waitForResponse((response) => response.url().endsWith('/siting'));
  await page.click('#site-run');
  const { id } = (await (await asked).json()) as { id: string };
  await page.waitForFunction(() => document.querySelector('#site-near')?.hasAttribute('value'), null, { timeout: 45_000 });
  await page.reload();
  await expect.poll(async () => ((await (await fetch(`${inject('address')}/api/jobs/${id}`)).json()) as { state: string }).state).toBe('cancelled');
});

test('what cannot be done is answered with why, and what would have to change', async () => {
  const page = await open('/?minutes=5', { locale: 'zh-CN' });
  await page.selectOption('#site-goal', 'fewest');
  await page.fill('#site-share', '100');
  await page.click('#site-run');
  await expect.poll(() => page.locator('.sited').innerText(), { timeout: 45_000 }).toContain('没有任何方案能满足要求');
  expect(await page.locator('.sited .lines [data-code]').allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/到不了任何候选场所/), expect.stringMatching(/即可做到|可及时到达|仅延长步行时间/)]));
});

test('what the server refuses is said, and the search can be asked again', async () => {
  const page = await open('/?minutes=5');
  await page.fill('#site-sites', '900');
  await page.click('#site-run');
  await expect.poll(() => page.locator('.site-trouble').innerText()).toMatch(/p is 900, but there are only \d+ candidates/);
  await expect.poll(() => page.locator('.siting [role=status]').innerText()).toContain('p is 900');
  expect(await page.locator('#site-run').isEnabled()).toBe(true);
});

test('on a phone the desk fits, and everything is large enough to tap', async () => {
  const page = await open('/?minutes=5', { viewport: PHONE });
  await page.click('.more');
  await page.locator('[data-folder=siting]').evaluate((found: HTMLDetailsElement) => { found.open = true; });
  await search(page);
  const panel = await page.locator('#panel').evaluate((found) => [found.scrollWidth, found.clientWidth]);
  expect(panel[0]).toBeLessThanOrEqual(panel[1]!);
  const small = await page.locator('[data-folder=siting] :is(button, select, input:not([type=checkbox]), .toggle):visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML));
  expect(small).toEqual([]);
});
