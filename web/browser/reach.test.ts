import { expect, test } from 'vitest';
import { open, parameter, PHONE, share, WIDE, withBrowser } from './open';

// Phone, keyboard and ear.

withBrowser();

/** Degrees of latitude of one pixel of the map at zoom 16, at Monaco. */
const northPerPixel = (360 / (256 * 2 ** 16)) * Math.cos((43.74 * Math.PI) / 180);

for (const [name, viewport] of [['phone', PHONE], ['desk', WIDE]] as const) {
  test(`what the cross covers is what is asked about, on a ${name}`, async () => {
    const page = await open('/?map=16/43.7395/7.4262', { viewport });
    const cross = (await page.locator('#crosshair').boundingBox())!;
    const panel = (await page.locator('#panel').boundingBox())!;
    const [x, y] = [cross.x + cross.width / 2, cross.y + cross.height / 2];
    expect(x > panel.x + panel.width || y < panel.y).toBe(true);
    await page.focus('#map');
    await page.keyboard.press('Enter');
    await expect.poll(() => parameter(page, 'at')).not.toBeNull();
    const [lon, lat] = parameter(page, 'at')!.split(',').map(Number) as [number, number];
    const eastPerPixel = 360 / (256 * 2 ** 16);
    expect(Math.abs(lat - (43.7395 - (y - viewport.height / 2) * northPerPixel))).toBeLessThan(northPerPixel);
    expect(Math.abs(lon - (7.4262 + (x - viewport.width / 2) * eastPerPixel))).toBeLessThan(eastPerPixel);
  });
}

test('asks to zoom in only where no houses are drawn', async () => {
  const page = await open('/?map=12/43.738/7.42');
  expect(await page.locator('#legend').innerText()).toContain('Zoom in');
  await page.click('.leaflet-control-zoom-in');
  await expect.poll(() => page.locator('#legend').innerText()).not.toContain('Zoom in');
  const drawn = () => page.evaluate(() =>
    [...document.querySelectorAll<HTMLCanvasElement>('.leaflet-places-pane canvas')]
      .some((canvas) => canvas.width > 0 && canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)));
  await expect.poll(drawn).toBe(true);
});

test('on a phone the answer, the ways to ask and the credit are in sight at once', async () => {
  const page = await open('', { viewport: PHONE });
  const panel = (await page.locator('#panel').boundingBox())!;
  for (const part of ['.headline', '.parts', '#locate', '#ask']) {
    const box = (await page.locator(part).boundingBox())!;
    expect(box.y, part).toBeGreaterThanOrEqual(panel.y);
    expect(box.y + box.height, part).toBeLessThanOrEqual(PHONE.height);
  }
  for (const open of [false, true]) {
    if (open) {
      await page.click('.more');
      await expect.poll(async () => (await page.locator('#panel').boundingBox())!.y).toBeLessThan(200);
    }
    const sheet = (await page.locator('#panel').boundingBox())!;
    const credit = (await page.locator('.leaflet-control-attribution').boundingBox())!;
    expect(credit.y).toBeGreaterThanOrEqual(0);
    expect(credit.y + credit.height).toBeLessThanOrEqual(sheet.y + 1);
    expect(await page.locator('.leaflet-control-attribution').innerText()).toMatch(/OpenStreetMap.*2021/);
  }
});

test('whatever can be pressed on a phone is large enough', async () => {
  const page = await open('/?at=7.4262,43.7395', { viewport: PHONE });
  await page.waitForSelector('.steps li');
  for (const target of await page.locator('#panel button:visible, #panel select:visible, #panel input[type=number]:visible, #panel summary:visible, .leaflet-bar a').all()) {
    const box = (await target.boundingBox())!;
    expect(Math.min(box.height, box.width), await target.evaluate((element) => element.outerHTML.slice(0, 80))).toBeGreaterThanOrEqual(44);
  }
});

test('from the address bar to the way by keyboard alone, with the focus in sight', async () => {
  const page = await open();
  const focused = () => page.evaluate(() => document.activeElement!.id || document.activeElement!.className);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('skip');
  await page.keyboard.press('Enter');
  for (let tabs = 0; tabs < 12 && (await focused()) !== 'ask'; tabs++) {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).not.toBe('none');
  }
  expect(await focused()).toBe('ask');
  await expect.poll(() => page.locator('#crosshair').evaluate((cross) => getComputedStyle(cross).opacity)).toBe('1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-way="0"]');
  expect(await page.locator('.nearest [role=status]').innerText()).not.toBe('');
});

test('everything that can be used has a name, and so have the parts of the page', async () => {
  const page = await open('/?at=7.4262,43.7395');
  await page.waitForSelector('.steps li');
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, [role=button], [role=application], main, aside')]
      .filter((element) => !(element.getAttribute('aria-label') || element.title || element.textContent?.trim() || element.closest('label')?.textContent?.trim()))
      .map((element) => element.outerHTML.slice(0, 120)));
  expect(nameless).toEqual([]);
  expect(await page.locator('.shelter').first().getAttribute('aria-label')).toContain('room for');
  expect(await page.title()).toBe('Monaco · Commonground');
  expect(await share(page)).toMatch(/%/);
});

test('a gap on the map says how many and can be clicked; a house under a large ring too', async () => {
  const page = await open();
  const label = page.locator('.gap-label').first();
  const people = await page.locator('[data-gap="0"] strong').innerText();
  expect(people).toContain(await label.innerText());
  const box = (await label.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2 + 20);
  await page.waitForSelector('[data-way="0"]');
  expect(parameter(page, 'gap')).toBeNull();
  const other = await open();
  await other.locator('.gap-label').first().click();
  await expect.poll(() => parameter(other, 'gap')).toBe('0');
});

test('on a phone the rest is folded into a few headed parts, all of it large enough, and nothing lies over anything', async () => {
  const page = await open('', { viewport: PHONE });
  const apart = async (one: string, other: string) => {
    const [a, b] = [(await page.locator(one).boundingBox())!, (await page.locator(other).boundingBox())!];
    expect(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, `${one} ${other}`).toBe(true);
  };
  await apart('#legend', '.leaflet-control-zoom');
  await apart('.leaflet-control-scale', '.leaflet-control-attribution');
  await apart('.leaflet-control-attribution', '#panel');
  await page.click('.more');
  const parts = page.locator('.folder:visible');
  expect(await parts.count()).toBe(9);
  expect(await page.locator('.folder[open]').count()).toBe(0);
  for (const part of await parts.all()) {
    expect((await part.locator('h2').innerText()).length).toBeGreaterThan(3);
    await part.locator('summary').first().click();
    for (const target of await part.locator('button:visible, select:visible, input[type=number]:visible, summary:visible').all()) {
      const box = (await target.boundingBox())!;
      expect(Math.min(box.height, box.width), await target.evaluate((element) => element.outerHTML.slice(0, 80))).toBeGreaterThanOrEqual(44);
    }
  }
  expect(await page.evaluate(() => document.getElementById('panel')!.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('who asks from a phone sees the nearest shelter, the minutes and the way on the map without a further press', async () => {
  const page = await open('', { viewport: PHONE, geolocation: { longitude: 7.4262, latitude: 43.7395 } });
  await page.click('#locate');
  await page.waitForSelector('.steps li');
  const sheet = (await page.locator('#panel').boundingBox())!;
  for (const part of ['[data-way="0"] strong', '[data-way="0"] .time', '[data-way="0"] .verdict']) {
    const box = (await page.locator(part).boundingBox())!;
    expect(box.y + box.height, part).toBeLessThanOrEqual(PHONE.height);
  }
  await expect.poll(async () => {
    const legend = (await page.locator('#legend').boundingBox())!;
    const way = (await page.locator('path.way-casing').boundingBox())!;
    return way.y >= legend.y + legend.height - 1 && way.y + way.height <= sheet.y + 1 && way.x >= 0 && way.x + way.width <= PHONE.width;
  }).toBe(true);
});
