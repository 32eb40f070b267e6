import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { blank, parameter, PHONE, share, WIDE, withBrowser } from './open';

// Conditions, room, streets that must hold, and the reports.

withBrowser();

async function openPlan(query = '', viewport = WIDE): Promise<Page> {
  const page = await blank({ viewport });
  await page.goto(`${inject('address')}/${query}`);
  await page.waitForSelector('[data-share]');
  return page;
}

const headline = (page: Page) => page.locator('.answer .headline').innerText();
const numbers = (texts: string[]) => texts.map((text) => Number(text.replace(/\D/g, '')));

test('conditions change the answer, are said in words, and come back with the link', async () => {
  const page = await openPlan();
  const before = await share(page);
  await page.selectOption('#hazard', 'flood');
  await expect.poll(() => headline(page)).toContain('in a flood');
  await page.check('#night');
  await expect.poll(() => headline(page)).toContain('in a flood, by night');
  expect(await share(page)).not.toBe(before);
  expect([parameter(page, 'hazard'), parameter(page, 'night')]).toEqual(['flood', 'true']);
  const again = await openPlan(new URL(page.url()).search);
  expect([await headline(again), await share(again)]).toEqual([await headline(page), await share(page)]);
  expect(await again.inputValue('#hazard')).toBe('flood');
  expect(await again.locator('#night').isChecked()).toBe(true);
});

test('the rules that judge are chosen, said, listed with what is verified, and come back with the link', async () => {
  const page = await openPlan();
  const before = await share(page);
  await page.selectOption('#rules', 'japan');
  await expect.poll(() => headline(page)).toContain('judged by: Japanese practice');
  await expect.poll(() => share(page)).not.toBe(before);
  expect([parameter(page, 'rules'), parameter(page, 'minutes')]).toEqual(['japan', '10']);
  await page.click('details.rules summary');
  const room = page.locator('[data-figure="shelter.m2PerPerson"]');
  await expect.poll(() => room.innerText()).toContain('2 m² a person');
  expect(await room.innerText()).toContain('not compared with the primary text');
  expect(await page.locator('.demands').first().locator('[data-figure^="everyday"]').count()).toBe(0);
  const again = await openPlan(new URL(page.url()).search);
  await expect.poll(() => share(again)).toBe(await share(page));
  expect(await again.inputValue('#rules')).toBe('japan');
  await again.selectOption('#language', 'zh');
  await expect.poll(() => headline(again)).toContain('日本避难场所惯例');
  await again.selectOption('#rules', 'default');
  await expect.poll(() => share(again)).toBe(before);
  expect(parameter(again, 'rules')).toBeNull();
});

test('rules that are not there are named, and the usual ones judge', async () => {
  const page = await openPlan('?rules=atlantis');
  await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('"atlantis"');
  expect(parameter(page, 'rules')).toBeNull();
  expect(await headline(page)).not.toContain('judged by');
});

test('a hazard that is not there is named, and the answer is without it', async () => {
  const page = await openPlan('?hazard=atlantis');
  await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('"atlantis"');
  expect(parameter(page, 'hazard')).toBeNull();
  expect(await headline(page)).not.toContain('atlantis');
});

test('what is not known is a range: in the headline, the districts and the bar', async () => {
  const page = await openPlan('?profile=wheelchair');
  expect(await share(page)).toMatch(/^\d+%–\d+%$/);
  expect(await page.locator('.districts tbody tr', { hasText: '–' }).count()).toBeGreaterThan(0);
  expect(await page.locator('.districts .bar-unknown').count()).toBeGreaterThan(0);
  expect(await page.locator('.answer .bar-unknown').count()).toBe(1);
});

test('the zones of a hazard are on the map and in the legend', async () => {
  const page = await openPlan();
  const layer = page.locator('#hazard optgroup').first().locator('option').first();
  const name = (await layer.getAttribute('value'))!;
  await page.selectOption('#hazard', name);
  const drawn = () => page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.leaflet-hazard-pane canvas')].some((canvas) => canvas.width > 0 && canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)));
  await expect.poll(drawn).toBe(true);
  expect(await page.locator('#legend .swatch-hazard').count()).toBeGreaterThan(0);
  await page.selectOption('#hazard', '');
  await expect.poll(() => page.locator('.leaflet-hazard-pane canvas').count()).toBe(0);
  expect(await page.locator('#legend .swatch-hazard').count()).toBe(0);
});

test('room counts: who finds a place, shelter by shelter, and one count at a time', async () => {
  const page = await openPlan('?k=2');
  await page.check('#capacity');
  await expect.poll(() => headline(page)).toContain('find room');
  expect([parameter(page, 'k'), parameter(page, 'capacity')]).toEqual([null, 'true']);
  expect(numbers(await page.locator('.part dd').allInnerTexts()).reduce((a, b) => a + b)).toBe(35_881);
  const [placed, notPlaced] = numbers(await page.locator('.room tbody tr').first().locator('td').allInnerTexts());
  expect(placed! + notPlaced!).toBeLessThanOrEqual(35_881);
  expect(await page.locator('.room').innerText()).toMatch(/more people than running to the nearest/);
  expect(await page.locator('.shelter .gauge').count()).toBe(10);
  expect(await page.locator('.shelter').first().getAttribute('aria-label')).toMatch(/places taken|capacity not recorded/);
  const before = parameter(page, 'map');
  await page.locator('[data-place]').first().click();
  await expect.poll(() => parameter(page, 'map')).not.toBe(before);
  expect(await page.locator('path.pointer').count()).toBe(1);
  await page.selectOption('#k', '2');
  await expect.poll(() => headline(page)).toContain('2 different shelters');
  expect(await page.locator('.room h3, .gauge').count()).toBe(0);
});

test('a street that must hold is pointed at on the map, most people first', async () => {
  const page = await openPlan();
  await page.waitForSelector('[data-street]');
  const lost = numbers(await page.locator('[data-street] span').allInnerTexts());
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  const before = parameter(page, 'map');
  await page.locator('[data-street]').first().click();
  await expect.poll(() => parameter(page, 'map')).not.toBe(before);
  expect(await page.locator('path.pointer').count()).toBe(2);
  expect(await page.locator('.leaflet-tooltip').allInnerTexts()).toContain(await page.locator('[data-street] strong').first().innerText());
});

test('reports are asked for when somebody opens them, and not before', async () => {
  const page = await openPlan();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(/\/(fairness|integrity|unknowns|expected)\?/.exec(request.url())?.[1] ?? ''));
  await page.waitForLoadState('networkidle');
  expect(asked.filter(Boolean)).toEqual([]);
  for (const [name, says] of [['fairness', 'Gini'], ['integrity', 'The city as one'], ['unknowns', /Not recorded|Nothing/]] as const) {
    await page.locator(`.report-${name} summary`).click();
    await expect.poll(() => page.locator(`.report-${name}`).innerText(), { timeout: 30_000 }).toMatch(says);
  }
  await page.locator('.report-expected summary').click();
  await page.locator('#damage').fill('40');
  await page.waitForLoadState('networkidle');
  expect(asked.filter(Boolean)).toEqual(['fairness', 'integrity', 'unknowns']);
  await page.click('#compute');
  await expect.poll(() => page.locator('[data-expected]').innerText(), { timeout: 60_000 }).toMatch(/%/);
  expect(await page.locator('.report-expected').innerText()).toContain('if 40% of the buildings');
  await page.locator('#damage').fill('10');
  await expect.poll(() => page.locator('[data-expected]').count()).toBe(0);
});

test('an open report follows the question; one that the server does not know is not there', async () => {
  const page = await openPlan();
  await page.locator('.report-fairness summary').click();
  await page.waitForSelector('.report-fairness table');
  const again = page.waitForRequest(/fairness\?.*profile=elderly/);
  await page.selectOption('#profile', 'elderly');
  await again;
  await page.route(/\/integrity\?/, (route) => route.fulfill({ status: 404, json: { detail: 'There is nothing here.' } }));
  await page.locator('.report-integrity summary').click();
  await expect.poll(() => page.locator('.report-integrity').isVisible()).toBe(false);
});

test('against a service that knows nothing of all this, nothing of it shows', async () => {
  const page = await blank();
  await page.route(/\/api\/areas$/, async (route) => {
    const found = (await (await route.fetch()).json()) as { areas: object[] };
    await route.fulfill({ json: { ...found, areas: found.areas.map((area) => ({ ...area, hazards: undefined })) } });
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${inject('address')}/?night=true&capacity=true&scenario=x`);
  await page.waitForSelector('[data-share]');
  await page.waitForLoadState('networkidle');
  expect(await page.locator('#hazard, #night, #capacity, [data-folder=plan]:visible, #tools button, .report:visible').count()).toBe(0);
  expect(asked.filter((url) => /scenario|night=|capacity=|hazard/.test(new URL(url).search + new URL(url).pathname) && url.includes('/api/'))).toEqual([]);
});

test('on a phone, whatever is set, the way to safety stays in sight and the rest one press away', async () => {
  const page = await openPlan('?hazard=flood&night=true&capacity=true', PHONE);
  const box = (await page.locator('#locate').boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(PHONE.height);
  expect(await page.locator('#night').isVisible()).toBe(false);
  expect(await page.locator('#more').innerText()).toContain('3');
  await page.click('#more');
  expect(await page.locator('#night').isVisible()).toBe(true);
  for (const target of await page.locator('#conditions select, #conditions label, #more').all()) {
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});
