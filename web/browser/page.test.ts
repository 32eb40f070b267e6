import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, parameter, PHONE, share, withBrowser } from './open';

withBrowser();

/** Colours that the map shows, by counting the pixels of its canvases. */
async function colours(page: Page): Promise<Map<string, number>> {
  const found = await page.evaluate(() => {
    const counts: Record<string, number> = {};
    document.querySelectorAll<HTMLCanvasElement>('.leaflet-places-pane canvas').forEach((canvas) => {
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i + 3]! > 240) {
          const colour = `${pixels[i]! >> 4},${pixels[i + 1]! >> 4},${pixels[i + 2]! >> 4}`;
          counts[colour] = (counts[colour] ?? 0) + 1;
        }
      }
    });
    return counts;
  });
  return new Map(Object.entries(found));
}

test('opens with the answer, houses in colour, gaps and shelters', async () => {
  const page = await open();
  expect(await share(page)).toMatch(/^\d+%$/);
  expect(await page.locator('.headline').innerText()).toContain('35,881 people');
  expect(await page.locator('.note').first().innerText()).toContain('illustrative');
  expect(await page.locator('.shelter').count()).toBe(10);
  expect(await page.locator('path.gap').count()).toBeGreaterThan(5);
  await page.waitForFunction(() => document.querySelectorAll('.leaflet-places-pane canvas').length > 0);
  await expect.poll(async () => (await colours(page)).size, { timeout: 15_000 }).toBeGreaterThan(3);
  expect(await page.locator('.leaflet-control-attribution').innerText()).toContain('OpenStreetMap');
  const parts = await page.locator('.part dd').allInnerTexts();
  expect(parts.map((text) => Number(text.replace(/\D/g, ''))).reduce((a, b) => a + b)).toBe(35_881);
});

test('another profile and other minutes change the answer and the link', async () => {
  const page = await open();
  const before = await share(page);
  await page.selectOption('#profile', 'wheelchair');
  await expect.poll(() => share(page)).not.toBe(before);
  expect(await share(page)).toMatch(/^\d+%–\d+%$/);
  expect(await page.locator('#legend').innerText()).toContain('unknown');
  expect(parameter(page, 'profile')).toBe('wheelchair');
  await page.fill('#minutes', '30');
  await page.press('#minutes', 'Enter');
  await expect.poll(() => parameter(page, 'minutes')).toBe('30');
  await expect.poll(() => page.locator('.headline').innerText()).toContain('within 30 minutes');
  await page.fill('#minutes', '500');
  await page.press('#minutes', 'Enter');
  await expect.poll(() => page.inputValue('#minutes')).toBe('120');
});

test('a gap in the list leads there on the map', async () => {
  const page = await open();
  const before = parameter(page, 'map');
  await page.locator('[data-gap]').first().click();
  await expect.poll(() => parameter(page, 'gap')).toBe('0');
  await expect.poll(() => parameter(page, 'map')).not.toBe(before);
  expect(await page.locator('[data-gap="0"]').getAttribute('aria-pressed')).toBe('true');
  const sizes = (await page.locator('[data-gap] strong').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test('districts sort and lead there', async () => {
  const page = await open();
  const totals = async () => (await page.locator('.districts tbody td:last-child').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
  await page.click('[data-sort="total"]');
  expect(await totals()).toEqual([...(await totals())].sort((a, b) => b - a));
  expect((await totals()).reduce((a, b) => a + b)).toBe(35_881);
  await page.click('[data-sort="total"]');
  expect(await totals()).toEqual([...(await totals())].sort((a, b) => a - b));
  expect(await page.locator('th[aria-sort="ascending"]').count()).toBe(1);
  await page.locator('[data-district]').first().click();
  await expect.poll(() => parameter(page, 'district')).not.toBeNull();
});

test('asks for two shelters, and shows what hangs on one', async () => {
  const page = await open();
  const one = Number((await share(page)).replace('%', ''));
  await page.selectOption('#k', '2');
  await expect.poll(() => page.locator('.headline').innerText()).toContain('2 different shelters');
  expect(Number((await share(page)).replace('%', ''))).toBeLessThan(one);
  expect(parameter(page, 'k')).toBe('2');
  const lost = (await page.locator('[data-loss] span').allInnerTexts()).map((text) => Number(text.split(' of ')[0]!.replace(/\D/g, '')));
  expect(lost.length).toBe(10);
  expect(lost).toEqual([...lost].sort((a, b) => b - a));
  const before = parameter(page, 'map');
  await page.locator('[data-loss]').first().click();
  await expect.poll(() => parameter(page, 'map')).not.toBe(before);
});

test('a click on a house shows the way to the nearest shelters', async () => {
  const page = await open('/?map=17/43.7385/7.4262');
  await page.mouse.click(900, 450);
  await page.waitForSelector('.steps li');
  expect(await page.locator('[data-way]').count()).toBe(3);
  expect(await page.locator('.ways .time').first().innerText()).toMatch(/min/);
  expect(await page.locator('path.way').count()).toBeGreaterThanOrEqual(3);
  expect(await page.locator('.steps li').first().innerText()).toMatch(/^Walk \d+ m/);
  await page.locator('[data-way="1"]').click();
  await expect.poll(() => parameter(page, 'way')).toBe('1');
  expect(await page.locator('[data-way="1"]').getAttribute('aria-expanded')).toBe('true');
  await page.click('#clear');
  expect(await page.locator('path.way').count()).toBe(0);
  expect(parameter(page, 'at')).toBeNull();
});

test('a click outside the area says so', async () => {
  const page = await open('/?map=13/43.80/7.6');
  await page.mouse.click(900, 450);
  await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('outside Monaco');
});

test('a shared link shows the same view', async () => {
  const first = await open('/?profile=elderly&minutes=8&map=16/43.7395/7.427&at=7.4262,43.7395');
  await first.waitForSelector('.steps li');
  const seen = [await share(first), await first.locator('.ways').innerText()];
  const link = new URL(first.url()).search;
  await first.context().close();
  const second = await open(`/${link}`);
  await second.waitForSelector('.steps li');
  expect([await share(second), await second.locator('.ways').innerText()]).toEqual(seen);
  expect(await second.inputValue('#profile')).toBe('elderly');
  expect(await second.inputValue('#minutes')).toBe('8');
});

test('speaks Chinese to a Chinese browser, and switches', async () => {
  const page = await open('/?at=7.4262,43.7395', { locale: 'zh-CN' });
  await page.waitForSelector('.steps li');
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  expect(await page.locator('.headline').innerText()).toContain('分钟内步行到达避难场所');
  expect(await page.locator('.steps li').first().innerText()).toContain('步行');
  await page.selectOption('#language', 'en');
  await expect.poll(() => page.locator('.headline').innerText()).toContain('reach a shelter');
  await expect.poll(() => page.locator('.steps li').first().innerText()).toContain('Walk');
  expect(parameter(page, 'lang')).toBe('en');
});

test('works by keyboard alone', async () => {
  const page = await open('/?map=16/43.7395/7.4262');
  await page.focus('#map');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.steps li');
  await page.focus('[data-way="2"]');
  await page.keyboard.press('Enter');
  await expect.poll(() => parameter(page, 'way')).toBe('2');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-way'))).toBe('2');
});

test('finds the way from where a phone is', async () => {
  const page = await open('', { viewport: PHONE, geolocation: { longitude: 7.4262, latitude: 43.7395 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  const headline = await page.locator('.headline').boundingBox();
  expect(headline!.y).toBeLessThan(PHONE.height);
  await page.click('#locate');
  await page.waitForSelector('.steps li');
  const way = await page.locator('[data-way="0"]').boundingBox();
  expect(way!.y + way!.height).toBeLessThan(PHONE.height);
  for (const button of await page.locator('#panel button:visible').all()) {
    expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});

test('what was assumed is said in Chinese, but for sources and names', async () => {
  const page = await open('/?profile=wheelchair&hazard=illustrative%20surge&night=true&capacity=true', { locale: 'zh-CN' });
  const list = page.locator('.about details').first().locator('li');
  await expect.poll(() => list.count()).toBeGreaterThan(10);
  const ours = await list.evaluateAll((all) => all.map((one) => {
    const copy = one.cloneNode(true) as HTMLElement;
    copy.querySelectorAll('.record, [data-code] [lang=en]').forEach((part) => part.remove());
    return copy.textContent!.replace('illustrative surge', '');
  }));
  expect(ours.filter((text) => /[A-Za-z]{2,}/.test(text))).toEqual([]);
  expect(ours).toContain('以轮椅使用者计：平地步行每秒 0.56 米，不走台阶。');
});
