import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { alert, blank, open, parameter, share, withBrowser } from './open';

// What is shown answers what is asked: after a failure, from a link, while something is missing.

withBrowser();

const HOUSE = 'at=7.4262,43.7395';

/** The map has come to rest: its place in the link stays what it is. */
async function settled(page: Page): Promise<string | null> {
  let before: string | null = null;
  await expect.poll(async () => {
    const now = parameter(page, 'map');
    const same = now === before;
    before = now;
    return same;
  }, { interval: 400 }).toBe(true);
  return before;
}

test('a link keeps its own window, whatever it has chosen, in another language and for another profile', async () => {
  const page = await open(`/?area=monaco&map=14/43.73/7.41&${HOUSE}&gap=1&district=2`);
  await page.waitForSelector('.steps li');
  expect(await settled(page)).toBe('14/43.73/7.41');
  await page.selectOption('#language', 'zh');
  await expect.poll(() => page.locator('.steps li').first().innerText()).toContain('步行');
  await page.selectOption('#profile', 'elderly');
  await expect.poll(() => page.locator('.headline').innerText()).toContain('老年人');
  await page.waitForSelector('.steps li');
  expect(await settled(page)).toBe('14/43.73/7.41');
  await page.locator('[data-way="1"]').click();
  await expect.poll(() => parameter(page, 'map')).not.toBe('14/43.73/7.41');
});

test('no old answer stands beside a question that failed, and trying again goes on', async () => {
  const page = await open(`/?${HOUSE}`);
  const before = await share(page);
  await page.waitForSelector('.steps li');
  await page.route(/coverage\?|nearest\?/, (route) => route.abort());
  await page.selectOption('#profile', 'wheelchair');
  await expect.poll(() => alert(page).innerText()).toContain('does not answer');
  expect(await page.locator('[data-share], .gaps li, .districts tr, .steps li').count()).toBe(0);
  await page.unroute(/coverage\?|nearest\?/);
  await alert(page).locator('button').click();
  await page.waitForSelector('[data-share]');
  await page.waitForSelector('.steps li');
  expect(await share(page)).not.toBe(before);
  expect(await page.locator('.headline').innerText()).toContain('a wheelchair user');
  expect(await alert(page).innerText()).toBe('');
});

test('an area that is not there is named, not silently replaced', async () => {
  const page = await open(`/?area=atlantis&map=12/1/1&${HOUSE}&gap=1`);
  expect(await alert(page).innerText()).toContain('"atlantis"');
  expect(parameter(page, 'area')).toBe('monaco');
  expect([parameter(page, 'at'), parameter(page, 'gap')]).toEqual([null, null]);
  expect((await settled(page))?.split('/')[1]).toMatch(/^43\.7/);
});

test('says what it is waiting for, and shows the city once it is there', async () => {
  const page = await blank();
  await page.route('**/api/areas', (route) => route.fulfill({ json: { areas: [], importing: { area: 'monaco', step: 'streets', done: 1, steps: 5 } } }));
  await page.goto(inject('address'));
  await expect.poll(() => page.locator('[role=status]').first().innerText()).toContain('monaco: streets');
  expect(parameter(page, 'map')).toBeNull();
  await page.unroute('**/api/areas');
  await page.waitForSelector('[data-share]');
  expect((await settled(page))?.split('/')[1]).toMatch(/^43\.7/);
});

test('says that there is no city yet', async () => {
  const page = await blank();
  await page.route('**/api/areas', (route) => route.fulfill({ json: { areas: [], importing: null } }));
  await page.goto(inject('address'));
  await expect.poll(() => page.locator('.answer').innerText()).toContain('./run import');
});

test('says that nobody answers, and goes on when somebody does', async () => {
  const page = await blank();
  await page.route('**/api/areas', (route) => route.abort());
  await page.goto(inject('address'));
  await expect.poll(() => alert(page).innerText()).toContain('does not answer');
  expect((await page.locator('.answer').innerText()).trim()).toBe('');
  await page.unroute('**/api/areas');
  await alert(page).locator('button').click();
  await page.waitForSelector('[data-share]');
});

test('a straight line is said and drawn to be one', async () => {
  const page = await open('/?at=7.435,43.7395');
  await page.waitForSelector('.ways .warning');
  expect(await page.locator('.ways .warning').innerText()).toContain('Straight line');
  for (const way of await page.locator('[data-way]').all()) {
    expect(await way.innerText()).toContain('straight line, at least');
    expect(await way.innerText()).not.toContain('in time');
  }
  const legend = (await page.locator('#legend').boundingBox())!;
  const person = (await page.locator('.person').boundingBox())!;
  expect(person.x + person.width < legend.x || person.y + person.height < legend.y).toBe(true);
  expect(await page.locator('path.way-straight').last().evaluate((path) => getComputedStyle(path).strokeDasharray)).not.toBe('none');
});

test('only the last of quick questions is answered', async () => {
  const page = await open();
  for (const minutes of [3, 4, 5, 6, 7]) {
    await page.fill('#minutes', String(minutes));
    await page.press('#minutes', 'Enter');
  }
  await expect.poll(() => page.locator('.headline').innerText()).toContain('within 7 minutes');
  await expect.poll(() => page.locator('.leaflet-places-pane > .leaflet-layer').count(), { timeout: 15_000 }).toBe(1);
  expect(await page.locator('#legend').innerText()).toContain('5–7');
});

test('the online map is asked by choice only, never by a link', async () => {
  const page = await open('/?online=yes');
  await page.waitForLoadState('networkidle');
  expect(await page.locator('#online').isChecked()).toBe(false);
  expect(parameter(page, 'online')).toBeNull();
});
