import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { edits, TITLE, withPlans, withScenario } from './made';
import { open, parameter, PHONE, withBrowser } from './open';
import { decode } from './tile';

// What the map says of room, before beside after, and a loss tried out.

withBrowser();

/** How often the houses of a map have a colour. */
const pixels = (page: Page, map: string, colour: string) =>
  page.evaluate(([selector, wanted]) => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(wanted!.slice(at, at + 2), 16)) as [number, number, number];
    let count = 0;
    document.querySelectorAll<HTMLCanvasElement>(`${selector} .leaflet-places-pane canvas`).forEach((canvas) => {
      const data = canvas.width > 0 ? canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data : [];
      for (let i = 0; i < data.length; i += 4) {
        const near = (at: number, value: number) => Math.abs(data[i + at]! - value) < 4;
        count += data[i + 3]! > 230 && near(0, red) && near(1, green) && near(2, blue) ? 1 : 0;
      }
    });
    return count;
  }, [map, colour]);

const WALK = '#4a90d9';
const ROOM = '#1d4f91';
const FULL = '#d2541b';

test('where room counts, houses are coloured by who finds it, and say so under the mouse', async () => {
  const page = await open('/?map=17/43.7385/7.4262');
  await expect.poll(() => pixels(page, '#map', WALK)).toBeGreaterThan(500);
  const tile = page.waitForResponse((response) => /tiles\/coverage\/.*capacity=true/.test(response.url()) && response.ok());
  await page.check('#capacity');
  const states = decode(await (await tile).body(), 'place').map((house) => house.properties.state);
  expect(states).toContain('covered');
  await expect.poll(() => pixels(page, '#map', WALK)).toBe(0);
  expect(await pixels(page, '#map', ROOM)).toBeGreaterThan(500);
  expect(await pixels(page, '#map', FULL)).toBeGreaterThan(500);
  expect(await page.locator('#legend').innerText()).toMatch(/room for all[^]*not room for all[^]*too far/);
  const said = new Set<string>();
  for (let x = 560; x < 1100 && !said.has('not room for all'); x += 12) {
    await page.mouse.move(x, 430);
    for (const line of await page.locator('.house div > div').allInnerTexts()) {
      said.add(line);
    }
  }
  expect([...said]).toContain('not room for all');
  expect([...said].some((line) => /^Nearest shelter: (under )?\d+ min/.test(line))).toBe(true);
});

/** Where the sign of a shelter is in the window of a map. */
async function sign(page: Page, map: string, shelter: number): Promise<[number, number]> {
  const around = (await page.locator(map).boundingBox())!;
  const box = (await page.locator(`${map} .shelter[data-shelter="${shelter}"]`).boundingBox())!;
  return [box.x - around.x, box.y - around.y];
}

async function together(page: Page): Promise<void> {
  await expect.poll(async () => {
    const [before, after] = [await sign(page, '#before', 0), await sign(page, '#map', 0)];
    return Math.max(Math.abs(before[0] - after[0]), Math.abs(before[1] - after[1]));
  }).toBeLessThanOrEqual(2);
}

test('two maps show before and after, move together by mouse and keyboard, and come back with the link', async () => {
  const page = await withScenario('');
  await page.click('[data-tool=add]');
  await page.mouse.click(1000, 300);
  await page.waitForSelector('.shelter-added');
  await page.click('[data-side=both]');
  await page.waitForSelector('#before .shelter');
  expect(await page.locator('.map-name').allInnerTexts()).toEqual(['Before: As it is', `After: ${TITLE}`]);
  expect([await page.locator('#before .shelter').count(), await page.locator('#map .shelter').count()]).toEqual([10, 11]);
  await expect.poll(() => pixels(page, '#before', WALK)).toBeGreaterThan(500);
  const [left, right] = [(await page.locator('#before').boundingBox())!, (await page.locator('#map').boundingBox())!];
  const panel = (await page.locator('#panel').boundingBox())!;
  expect(left.x).toBeGreaterThanOrEqual(panel.x + panel.width);
  expect(right.x).toBeGreaterThanOrEqual(left.x + left.width - 1);
  await together(page);
  const first = await sign(page, '#map', 0);
  await page.mouse.move(right.x + 200, 700);
  await page.mouse.down();
  await page.mouse.move(right.x + 260, 640, { steps: 4 });
  await page.mouse.up();
  await together(page);
  expect(await sign(page, '#map', 0)).not.toEqual(first);
  for (const [map, key] of [['#before', 'ArrowLeft'], ['#before', '+'], ['#map', 'ArrowUp']] as const) {
    const before = parameter(page, 'map');
    await page.focus(map);
    await page.keyboard.press(key);
    await expect.poll(() => parameter(page, 'map')).not.toBe(before);
    await together(page);
  }
  expect(await page.locator('#before').getAttribute('aria-label')).toMatch(/^Before: As it is\. Map\./);
  expect(await page.locator('#map').getAttribute('aria-label')).toMatch(/^After\. Map\./);
  const again = await open(`/${new URL(page.url()).search}`);
  await again.waitForSelector('#before .shelter');
  await together(again);
  await again.click('[data-side=after]');
  expect(await again.locator('#before').isVisible()).toBe(false);
});

test('on a phone the two maps lie one above the other, and nothing of them is hidden by the sheet', async () => {
  const page = await withScenario('', PHONE);
  await page.click('.more');
  await page.click('[data-side=both]');
  await page.waitForSelector('#before .shelter');
  await expect.poll(async () => {
    const [above, below, sheet] = await Promise.all(['#before', '#map', '#panel'].map((part) => page.locator(part).boundingBox()));
    return above!.y === 0 && above!.height >= 250 && below!.y >= above!.y + above!.height && below!.height >= 250 && sheet!.y >= below!.y + below!.height - 1;
  }).toBe(true);
  await together(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('a street and a shelter of the ranking are lost by way of trial, and as many people lose theirs as the ranking says', async () => {
  const page = await withPlans();
  const street = page.locator('li', { has: page.locator('[data-street]') }).first();
  const uncovered = (await street.locator('span').innerText()).replace(/\D/g, '');
  const name = await street.locator('strong').innerText();
  await street.locator('[data-lose]').click();
  await expect.poll(() => page.locator('.what-if').innerText()).toBe(`What if: Without ${name}`);
  await expect.poll(() => page.locator('.compare').innerText()).toContain(`Newly in time: 0 people. No longer: ${Number(uncovered).toLocaleString('en')}.`);
  expect(await edits(page)).toEqual([`Street closed – what if ${name} is lost`]);
  expect(await page.locator('.closed-street').count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('compare');
  const scenario = parameter(page, 'scenario');
  const shelters = page.locator('li', { has: page.locator('[data-loss]') });
  const lost = await shelters.first().locator('strong').innerText();
  // What the ranking says of the trial may come meanwhile, with another one first.
  await shelters.filter({ hasText: lost }).locator('[data-lose]').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => edits(page)).toHaveLength(2);
  expect((await edits(page))[1]).toBe(`Shelter closed: ${lost} – what if ${lost} is lost`);
  expect(await page.locator('.shelter-closed').count()).toBe(1);
  expect(parameter(page, 'scenario')).toBe(scenario);
  await page.click('[data-side=before]');
  await expect.poll(() => page.locator('[data-lose]').count()).toBe(0);
});
