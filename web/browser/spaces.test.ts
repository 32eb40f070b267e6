import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { open, parameter, PHONE, withBrowser } from './open';

// The two lives of spaces, and what is measured of districts.

withBrowser();

/** Addresses of the facts that the tests enter; none is left behind. */
const entered: string[] = [];
afterAll(async () => {
  await Promise.all(entered.map((address) => fetch(address, { method: 'DELETE' })));
});

const SPACES = '[data-folder=spaces]';
const CARD = '.space-card';
const unfold = (page: Page, folder: string) => page.locator(folder).evaluate((found: HTMLDetailsElement) => { found.open = true; });
const number = (text: string) => Number(text.replace(/\D/g, ''));

async function withLists(page: Page): Promise<void> {
  await unfold(page, SPACES);
  await page.click('.report-lists > summary');
  await page.waitForSelector('[data-fold=failing] [data-space]');
}

async function openReport(page: Page, name: string): Promise<void> {
  await unfold(page, '[data-folder=districts]');
  await page.click(`.report-${name} > summary`);
}

interface Judged {
  summary: { space: number; bounds: number[]; peopleNearby: { pessimistic: number } };
  ground: { outlineM2: number; effectiveM2: { pessimistic: number; optimistic: number } };
  figures: { key: string; source: string; verified: boolean }[];
}
const answer = async (path: string) => (await fetch(`${inject('address')}/api/areas/monaco/${path}`)).json();

test('a space in a list opens its card beside the map that shows it, with the picture of its ground', async () => {
  const page = await open();
  await withLists(page);
  const before = parameter(page, 'map');
  const item = page.locator('[data-fold=failing] [data-space]').first();
  const id = number((await item.getAttribute('data-space'))!);
  await item.click();
  await page.waitForSelector(`${CARD} [data-half=emergency]`);
  expect(parameter(page, 'space')).toBe(String(id));
  await expect.poll(() => parameter(page, 'map')).not.toBe(before);
  const { summary, ground } = (await answer(`judged/${id}?profile=adult&minutes=10&hazard=earthquake`)) as Judged;
  const [, lat, lon] = parameter(page, 'map')!.split('/').map(Number);
  expect(Math.abs(lat! - (summary.bounds[1]! + summary.bounds[3]!) / 2)).toBeLessThan(0.003);
  expect(Math.abs(lon! - (summary.bounds[0]! + summary.bounds[2]!) / 2)).toBeLessThan(0.006);
  expect(await page.locator('path.ground-sure').count()).toBe(1);
  expect(await page.locator('path.ground-perhaps').count()).toBe(1);
  expect(await page.locator('path.entrance').count()).toBeGreaterThan(0);
  expect(await page.locator('#legend').innerText()).toContain(`surely usable: ${Math.round(ground.effectiveM2.pessimistic).toLocaleString('en')} m²`);
  expect(number(await page.locator(`${CARD} [data-table=people] tbody td`).nth(1).innerText())).toBe(summary.peopleNearby.pessimistic);
  const [everyday, emergency] = await Promise.all(['everyday', 'emergency'].map((half) => page.locator(`[data-half=${half}]`).boundingBox()));
  expect([everyday!.y, everyday!.x < emergency!.x]).toEqual([emergency!.y, true]);
  await page.click('#close-space');
  expect([parameter(page, 'space'), await page.locator('path.ground-sure').count()]).toEqual([null, 0]);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-space'))).toBe(`failing-${id}`);
});

test('a criterion and a test are traced to their records, clauses and sources', async () => {
  const page = await open('/?space=20');
  await page.waitForSelector(`${CARD} [data-half=everyday]`);
  const { figures } = (await answer('judged/20?profile=adult&minutes=10&hazard=earthquake')) as Judged;
  await page.click('[data-opens="everyday-area"]');
  const area = page.locator('[data-fold="everyday-area"]');
  expect(await area.innerText()).toContain('way/157719658');
  for (const { key, source } of figures.filter((figure) => figure.key.startsWith('everyday.criteria.area.'))) {
    const row = await area.locator(`[data-figure="${key}"]`).innerText();
    expect(row).toContain(source);
    expect(row).toContain('not compared with the primary text');
  }
  await page.click('[data-opens="hazard-earthquake"]');
  const gas = page.locator('[data-test="distanceMetres.gas"]');
  expect(await gas.innerText()).toMatch(/✗ failed[\s\S]*Found: 8\.5 m[\s\S]*at least 30 m[\s\S]*the distance to gas/);
  expect(await gas.innerText()).toContain(figures.find(({ key }) => key === 'suitability.earthquake.distanceMetres.gas')!.source);
});

test('what is taken off a space and what is left of it add up, and another hazard or stay is judged anew', async () => {
  const page = await open('/?space=20');
  const amounts = async () => (await page.locator('[data-table=ground] td').allInnerTexts()).map((text) => text.split('–').map((part) => Number(part.replace(/[^\d.]/g, ''))));
  await page.waitForSelector('[data-table=ground]');
  const [outline, ...parts] = await amounts();
  const left = parts.pop()!;
  const taken = (worst: boolean) => parts.reduce((sum, part) => sum + (worst ? part.at(-1)! : part[0]!), 0);
  expect(Math.abs(outline![0]! - taken(true) - left[0]!)).toBeLessThan(3);
  expect(Math.abs(outline![0]! - taken(false) - left.at(-1)!)).toBeLessThan(3);
  expect(await page.locator('.space-verdict').innerText()).toBe('Earthquake, emergency stay: suitable with conditions');
  await unfold(page, SPACES);
  await page.selectOption('#judge', 'storm-surge');
  await expect.poll(() => page.locator('.space-verdict').innerText()).toBe('Storm surge, emergency stay: not suitable');
  await page.selectOption('#stay', 'long');
  await expect.poll(() => page.locator('.space-verdict').innerText()).toContain('Storm surge, long stay');
  expect([parameter(page, 'judge'), parameter(page, 'stay')]).toEqual(['storm-surge', 'long']);
  await page.selectOption('#hazard', 'flood');
  await expect.poll(() => page.locator('.space-verdict').innerText()).toContain('Flood, long stay');
  expect(await page.locator('#judge').count()).toBe(0);
});

test('a place on a space offers to judge it, and a click on the map then leaves the card', async () => {
  const page = await open('/?at=7.4309,43.7423&map=17/43.7418/7.4309');
  await page.click('[data-judge="20"]');
  await page.waitForSelector(`${CARD} [data-half=everyday]`);
  expect([parameter(page, 'space'), parameter(page, 'at')]).toEqual(['20', null]);
  await page.mouse.click(1_000, 700);
  await page.waitForSelector('.steps li');
  expect([parameter(page, 'space'), await page.locator(CARD).isVisible()]).toEqual([null, false]);
});

test('a space that is not there is said so', async () => {
  const page = await open('/?space=99999');
  await expect.poll(() => page.locator(CARD).innerText()).toContain('no space 99999');
});

test('entering facts about a shelter changes the mobilization, and deleting them changes it back', async () => {
  const page = await open();
  page.on('response', async (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/facts') && response.ok()) {
      entered.push(`${response.url()}/${((await response.json()) as { id: string }).id}`);
    }
  });
  await openReport(page, 'mobilization');
  await openReport(page, 'facts');
  await page.waitForSelector('[data-hours="1"]');
  const hours = () => page.locator('[data-hours="1"]').innerText();
  const before = await hours();
  expect(before).toContain('0–10');
  await page.selectOption('#fact-on', 'shelter');
  await page.selectOption('#fact-subject', { label: 'Place du Palais' });
  for (const kind of ['opening', 'equipping', 'staffing']) {
    await page.selectOption('#fact-kind', kind);
    await page.fill('#fact-value', '10');
    await page.fill('#fact-source', 'Test of the page');
    await page.click('#fact-add');
    await expect.poll(() => page.inputValue('#fact-value')).toBe('');
  }
  await expect.poll(hours).toContain('1–10');
  expect(await page.locator('.fact-list').innerText()).toMatch(/Time then until staffed: 10 min\s+Place du Palais\s+Test of the page/);
  for (let left = 3; left > 0; left--) {
    const button = page.locator('.fact-list li', { hasText: 'Test of the page' }).first().locator('[data-delete-fact]');
    await button.click();
    expect(await button.innerText()).toBe('Delete for good');
    await button.click();
    await expect.poll(() => page.locator('.fact-list li', { hasText: 'Test of the page' }).count()).toBe(left - 1);
  }
  await expect.poll(hours).toBe(before);
});

test('a fact that the server refuses is said, and what was written stays', async () => {
  const page = await open();
  await openReport(page, 'facts');
  await page.selectOption('#fact-kind', 'drills');
  await page.fill('#fact-value', '100000');
  await page.fill('#fact-source', 'Test of the page');
  await page.click('#fact-add');
  await expect.poll(() => page.locator('.report-facts [role=status]').innerText()).toContain('must be 0 to 1,000');
  expect(await page.inputValue('#fact-value')).toBe('100000');
});

test('districts are sorted by an indicator, and each heading says what it means', async () => {
  const page = await open();
  await openReport(page, 'profiles');
  await page.click('[data-character=emergency]');
  await page.focus('[data-indicator=coverage]');
  expect(await page.locator('#meaning').innerText()).toContain('Share of residents who reach a shelter in time');
  const column = async () => (await page.locator('.profile-table tbody tr td:nth-of-type(1)').allInnerTexts()).map((text) => Number.parseInt(text, 10));
  const down = await column();
  expect(down).toEqual([...down].sort((a, b) => b - a));
  await page.keyboard.press('Enter');
  await expect.poll(column).toEqual([...down].sort((a, b) => a - b));
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-indicator'))).toBe('coverage');
  expect(await page.locator('.profile-table td.worse').first().innerText()).toContain('surely worse');
  await openReport(page, 'green');
  const counts = async (part: string) => (await page.locator(`[data-table=green] ${part} tr td:nth-of-type(2)`).allInnerTexts()).map(number);
  await page.waitForSelector('[data-table=green]');
  expect((await counts('tbody')).reduce((sum, one) => sum + one)).toBe((await counts('tfoot'))[0]);
});

test('speaks Chinese down to the records', async () => {
  const page = await open('/?space=20', { locale: 'zh-CN' });
  await page.waitForSelector(`${CARD} [data-half=everyday]`);
  expect(await page.locator('.space-verdict').innerText()).toBe('地震，紧急避难：有条件适用');
  await page.click('[data-opens="emergency-helps"]');
  expect(await page.locator('[data-fold="emergency-helps"] .records').innerText()).toMatch(/厕所：相距 \d+ 米/);
  await page.click('[data-opens="hazard-earthquake"]');
  expect(await page.locator('[data-test="distanceMetres.gas"]').innerText()).toMatch(/未通过[\s\S]*与燃气的距离/);
  // Only sources and names are in another language, and are marked as such or proper names.
  const said = await page.locator(`${CARD} .fold[open] .records, ${CARD} .fold > summary`).allInnerTexts();
  expect(said.filter((text) => /[A-Za-z]{4,}/.test(text))).toEqual([]);
});

test('on a phone a list gives way to the map and the card, which fits', async () => {
  const page = await open('', { viewport: PHONE });
  await page.click('.more');
  await withLists(page);
  await page.locator('[data-fold=failing] [data-space]').first().click();
  await page.waitForSelector(`${CARD} [data-half=everyday]`);
  await expect.poll(() => page.locator('.more').getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  expect(await page.locator('[data-jump=emergency]').innerText()).toMatch(/\d+(–\d+)? of 100/);
  for (const button of await page.locator('#panel button:visible, #panel summary:visible').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});

test('on a phone the picture of the largest park lies between the legend and the panel', async () => {
  const page = await open('/?map=17/43.7281/7.4195&at=7.4190707,43.7266428', { viewport: PHONE });
  await page.click('[data-judge="26"]');
  await page.waitForSelector(`${CARD} [data-half=everyday]`);
  await expect.poll(async () => {
    const [ground, legend, panel] = await Promise.all(['path.ground-perhaps', '#legend', '#panel'].map((part) => page.locator(part).boundingBox()));
    return Boolean(ground) && ground!.y >= legend!.y + legend!.height && ground!.y + ground!.height <= panel!.y;
  }).toBe(true);
});

test('in Chinese a refusal says that the rest is English', async () => {
  const page = await open('/?space=99999', { locale: 'zh-CN' });
  await expect.poll(() => page.locator(CARD).innerText()).toContain('未能作答。服务器的说明（英文）：');
  expect(await page.locator(`${CARD} .warning [lang=en]`).innerText()).toContain('no space 99999');
});
