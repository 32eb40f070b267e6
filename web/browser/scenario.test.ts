import { expect, inject, test } from 'vitest';
import { create, edits, withScenario } from './made';
import { blank, parameter, PHONE, share, withBrowser } from './open';

// The planner's desk: scenarios are made, changed on the map, compared, and undone.

withBrowser();

test('a shelter put on the map changes the answer; undo and Ctrl+Z take it back', async () => {
  const page = await withScenario();
  expect(parameter(page, 'scenario')).not.toBeNull();
  await expect.poll(() => page.locator('.compare').innerText()).toContain('Change');
  await page.click('[data-tool=add]');
  await page.fill('#draft-name', 'Port park');
  await page.fill('#draft-room', '500');
  const asked = page.waitForResponse((response) => /coverage\?.*scenario=/.test(response.url()));
  await page.mouse.click(1000, 400);
  await asked;
  await expect.poll(() => edits(page)).toEqual(['Shelter added: Port park, room for 500 people']);
  expect(await page.locator('.shelter-added').getAttribute('aria-label')).toContain('Port park, room for 500 people');
  expect(parameter(page, 'at')).toBeNull();
  await page.click('[data-tool=undo]');
  await expect.poll(() => page.locator('.shelter-added').count()).toBe(0);
  await page.click('[data-tool=street]');
  const closed = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/edits'));
  await page.mouse.click(900, 450);
  expect((await closed).ok()).toBe(true);
  await expect.poll(() => edits(page)).toEqual(['Street closed']);
  expect(await page.locator('.closed-street').count()).toBe(1);
  await page.focus('#map');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.locator('.closed-street').count()).toBe(0);
  expect(await edits(page)).toEqual([]);
});

test('a press counts, though an answer comes before the button is let go', async () => {
  const page = await withScenario();
  await page.click('[data-tool=street]');
  await page.mouse.click(900, 450);
  await expect.poll(() => page.locator('.edits li').count()).toBe(1);
  let letGo = () => {};
  const held = new Promise<void>((done) => { letGo = done; });
  await page.route('**/edits/last', async (route) => { await held; await route.continue(); });
  await page.focus('#map');
  await page.keyboard.press('Escape');
  await page.click('[data-tool=undo]');
  const { x, y, width, height } = (await page.locator('[data-tool=add]').boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  letGo();
  await expect.poll(() => page.locator('.edits li').count()).toBe(0);
  await page.mouse.up();
  await page.waitForSelector('#draft-name');
  await expect.poll(() => page.locator('[data-tool=undo]').isDisabled()).toBe(true);
});

test('a shelter is dragged, given room, and closed', async () => {
  const page = await withScenario();
  // One that nothing covers, with room to be dragged.
  const id = await page.evaluate(() =>
    [...document.querySelectorAll('.shelter-none')]
      .find((sign) => {
        const { x, y } = sign.getBoundingClientRect();
        return x > 450 && x < 1100 && y > 120 && y < 700 && sign.contains(document.elementFromPoint(x + 16, y + 12));
      })!.getAttribute('data-shelter'));
  const marker = page.locator(`[data-shelter="${id}"].shelter`);
  await marker.focus();
  const box = (await marker.boundingBox())!;
  await page.mouse.move(box.x + 16, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 40, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => edits(page)).toHaveLength(1);
  expect((await edits(page))[0]).toMatch(/moved by \d+ m/);
  expect(await marker.getAttribute('class')).toContain('shelter-moved');
  await marker.focus();
  await page.keyboard.press('Enter');
  await page.fill(`.card [data-room="${id}"]`, '77');
  await page.keyboard.press('Enter');
  await expect.poll(() => edits(page)).toHaveLength(2);
  expect((await edits(page))[1]).toContain('room for 77 people');
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-shelter'))).toBe(id);
  await page.locator('.shelter-list summary').click();
  await page.locator(`.cards [data-close="${id}"]`).click();
  await expect.poll(() => marker.getAttribute('class')).toContain('shelter-closed');
  expect(await page.locator(`.cards [data-close="${id}"]`).count()).toBe(0);
});

test('an area is drawn with the mouse, given up, and drawn by keyboard alone', async () => {
  const page = await withScenario();
  await page.click('[data-tool=area]');
  await page.mouse.click(900, 400);
  await page.mouse.click(1000, 400);
  expect(await page.locator('path.drawn-corner').count()).toBe(2);
  await page.keyboard.press('Escape');
  expect(await page.locator('path.drawn-corner, .in-hand').count()).toBe(0);
  await page.click('[data-tool=area]');
  await page.fill('#draft-reason', 'gas leak');
  await page.focus('#map');
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
    await page.keyboard.press('Space');
    const before = parameter(page, 'map');
    await page.keyboard.press(key);
    await expect.poll(() => parameter(page, 'map')).not.toBe(before);
  }
  await expect.poll(() => page.locator('path.drawn-corner').count()).toBe(3);
  await page.keyboard.press('Enter');
  await page.waitForSelector('path.closed-area');
  await expect.poll(() => edits(page)).toEqual(['Area with 3 corners closed – gas leak']);
  await page.click('[data-tool=area]');
  for (const [x, y] of [[900, 450], [960, 450], [960, 500]] as const) {
    await page.mouse.click(x, y);
  }
  await page.mouse.dblclick(900, 500);
  await expect.poll(() => edits(page)).toHaveLength(2);
  expect((await edits(page))[1]).toContain('4 corners');
});

test('what the service refuses is taken back, with its sentence', async () => {
  const page = await withScenario();
  await page.click('[data-tool=street]');
  // In the harbour.
  await page.mouse.click(1000, 450);
  await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('no street within');
  expect(await page.locator('.closed-street').count()).toBe(0);
  expect(await edits(page)).toEqual([]);
});

test('before, after and the difference; two scenarios against each other', async () => {
  const page = await withScenario();
  await page.click('[data-tool=add]');
  await page.mouse.click(1000, 400);
  await page.waitForSelector('.shelter-added');
  const tile = page.waitForResponse((response) => response.url().includes('/tiles/difference/') && response.ok());
  await page.click('[data-side=difference]');
  await tile;
  expect(await page.locator('#legend').innerText()).toContain('newly in time');
  expect(parameter(page, 'side')).toBe('difference');
  await page.click('[data-side=before]');
  await expect.poll(() => page.locator('.shelter-added').count()).toBe(0);
  expect(await page.locator('#tools').isVisible()).toBe(false);
  expect(await page.locator('.what-if').innerText()).toBe('As it is');
  await page.click('[data-side=after]');
  await page.waitForSelector('.shelter-added');
  const [before, after] = (await page.locator('.compare tbody tr').first().locator('td').allInnerTexts()) as [string, string];
  await page.locator('.compare details summary').click();
  expect(await page.locator('.compare details tbody tr').count()).toBe(await page.locator('.districts tbody tr').count());
  expect(await share(page)).toBe(after);
  expect(before).toMatch(/%/);
  const first = parameter(page, 'scenario')!;
  await create(page, 'Another try');
  await page.selectOption('#from', first);
  await expect.poll(() => parameter(page, 'from')).toBe(first);
  await expect.poll(() => page.locator('.compare tbody tr').first().locator('td').first().innerText()).toBe(after);
  const link = new URL(page.url()).search;
  expect(link).toContain(`from=${first}`);
});

test('scenarios are renamed, duplicated and deleted, each by name and age', async () => {
  const page = await withScenario();
  await page.click('[data-form=describe]');
  await page.fill('#scenario-title', 'A school in the hills');
  await page.click('#save');
  await expect.poll(() => page.locator('.what-if').innerText()).toContain('A school in the hills');
  const id = parameter(page, 'scenario');
  const mine = page.locator('#scenario option', { hasText: 'A school in the hills' });
  expect(await mine.first().innerText()).toMatch(/Planning office · .*(now|ago)/);
  await page.click('[data-do=duplicate]');
  await expect.poll(() => parameter(page, 'scenario')).not.toBe(id);
  await page.click('[data-form=delete]');
  await page.click('[data-sure]');
  await expect.poll(() => parameter(page, 'scenario')).toBeNull();
  expect(await page.locator('.what-if').count()).toBe(0);
  expect(await page.locator('#tools').isVisible()).toBe(false);
  await page.selectOption('#scenario', id!);
  await expect.poll(() => page.locator('.what-if').innerText()).toContain('A school in the hills');
  await page.click('[data-form=delete]');
  await page.click('[data-sure]');
  await expect.poll(() => parameter(page, 'scenario')).toBeNull();
});

test('a scenario that is gone is named, and the city shown as it is', async () => {
  const page = await blank();
  await page.goto(`${inject('address')}/?scenario=gone`);
  await page.waitForSelector('[data-share]');
  await expect.poll(() => page.locator('[role=alert]').innerText()).toContain('"gone"');
  expect(parameter(page, 'scenario')).toBeNull();
});

test('the way in a what-if says that it is one', async () => {
  const page = await withScenario();
  await page.mouse.click(1000, 420);
  await page.waitForSelector('.steps li');
  expect(await page.locator('.nearest .warning').first().innerText()).toContain('what-if');
});

test('on a phone the tools fit, are large enough, and leave the map free', async () => {
  const page = await withScenario('?map=16/43.7385/7.4262', PHONE);
  const panel = (await page.locator('#panel').boundingBox())!;
  for (const kind of ['add', 'street', 'area']) {
    await page.click(`[data-tool=${kind}]`);
    const tools = (await page.locator('#tools').boundingBox())!;
    expect(tools.y + tools.height).toBeLessThan(panel.y - 120);
    for (const target of await page.locator('#tools button:visible, #tools input:visible').all()) {
      expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    }
    await page.click('[data-tool=cancel]');
  }
  await page.click('[data-tool=add]');
  await page.click('[data-tool=cross]');
  await page.waitForSelector('.shelter-added');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});

test('whatever can be used at the desk has a name', async () => {
  const page = await withScenario();
  await page.click('[data-tool=add]');
  await page.locator('.shelter-list summary').click();
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], select, input, [role=button], [role=toolbar]')]
      .filter((element) => !(element.getAttribute('aria-label') || element.title || element.textContent?.trim() || element.closest('label')?.textContent?.trim()))
      .map((element) => element.outerHTML.slice(0, 120)));
  expect(nameless).toEqual([]);
});
