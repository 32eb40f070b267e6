import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { open, parameter, PHONE, withBrowser } from './open';

// The official's desk: own candidates, what becomes of the shelters there are, costs, conditions, other sets, and sites moved by hand.

withBrowser();

const area = `${inject('address')}/api/areas/monaco`;
type Listed = { scenarios: { id: string; title: string }[] };
const scenarios = async () => ((await (await fetch(`${area}/scenarios`)).json()) as Listed).scenarios;
afterAll(async () => {
  await Promise.all((await scenarios()).filter(({ title }) => /: \d+ new$/.test(title)).map(({ id }) => fetch(`${area}/scenarios/${id}`, { method: 'DELETE' })));
});

const number = (text: string) => Number(text.replace(/[^\d−]/g, '').replace('−', '-'));
const valued = async (page: Page) => number((await page.locator('[data-site-value]').innerText()).split(' ')[0]!);
const tried = async (page: Page) => Number(await page.locator('[data-trial=known] [data-trial-people]').getAttribute('data-trial-people'));

async function search(page: Page): Promise<Record<string, unknown>> {
  const asked = page.waitForRequest((request) => request.url().endsWith('/siting') && request.method() === 'POST');
  await page.click('#site-run');
  const sent = (await asked).postDataJSON() as Record<string, unknown>;
  await page.waitForSelector('[data-site-value]', { timeout: 45_000 });
  return sent;
}

async function enter(page: Page, field: string, value: string): Promise<void> {
  await page.fill(field, value);
  await page.dispatchEvent(field, 'change');
}

/** What the server's search says where nothing but these may be chosen, and all of them must. */
async function peopleWith(these: object): Promise<number> {
  const body = JSON.stringify({ minutes: 5, goal: 'cover', ...these });
  let job = (await (await fetch(`${area}/siting`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })).json()) as { id: string; state: string; result: { people: { covered: number } } };
  while (job.state === 'queued' || job.state === 'running') {
    job = (await (await fetch(`${inject('address')}/api/jobs/${job.id}`)).json()) as typeof job;
  }
  return job.result.people.covered;
}

/** Middle of something on the page. */
async function middle(page: Page, selector: string): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

test('places are drawn with the mouse and the keyboard, listed, sent, and brought by the link', async () => {
  const page = await open('/?minutes=5&map=16/43.7385/7.4262');
  await page.click('#site-draw');
  await page.fill('#draft-name', 'Quay; old, part');
  await page.fill('#draft-room', '300');
  await page.mouse.click(900, 500);
  await page.locator('#map').focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('[data-drawn]').count()).toBe(2);
  expect(await page.locator('#tools [role=status]').innerText()).toContain('2 so far');
  await page.focus('[data-tool=cancel]');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('site-draw');
  // Typing in one field and pressing another button is one go.
  await page.fill('#place-name-1', 'Terrace');
  await page.selectOption('#site-candidates', 'drawn');
  await enter(page, '#site-sites', '1');
  const sent = await search(page);
  const places = sent.places as { lon: number; lat: number; name: string; capacity: number }[];
  expect([sent.candidates, places.map(({ name, capacity }) => [name, capacity])]).toEqual([[], [['Quay; old, part', 300], ['Terrace', 300]]]);
  expect(await page.locator('[data-site^=chosen-place]').count()).toBe(1);
  const again = await open(new URL(page.url()).search);
  expect((await search(again)).places).toEqual(places);
  expect(await valued(again)).toBe(await valued(page));
  const chosen = await again.locator('[data-site^=chosen-place]').getAttribute('data-site');
  const other = chosen === 'chosen-place0' ? 1 : 0;
  await again.click(`[data-open-place="list-${other}"]`);
  await expect.poll(() => again.getAttribute(`[data-open-place="list-${other}"]`, 'aria-pressed')).toBe('true');
  expect(((await search(again)).places as { open?: boolean }[]).map(({ open }) => open ?? false)).toEqual([other === 0, other === 1]);
  await expect.poll(() => again.locator('[data-site^=chosen-place]').getAttribute('data-site')).toBe(`chosen-place${other}`);
  await again.click('[data-remove-place="0"]');
  expect([await again.locator('[data-place]').count(), await again.inputValue('#place-name-0'), await again.locator('[data-stale]').count()]).toEqual([1, 'Terrace', 1]);
});

test('where shelters may be given up, it is said which stay and which go; the set that is taken has just these', async () => {
  const page = await open('/?minutes=5&existing=movable&p=6');
  const [before] = [await page.locator('.shelter').count()];
  await search(page);
  const value = await valued(page);
  const [stay, gone, fresh] = await Promise.all(['[data-existing=stay] li', '[data-existing=given-up] li', '[data-site^=chosen]'].map((one) => page.locator(one).count()));
  expect([stay! + gone!, stay! + fresh!, await page.locator('.site-given-up').count()]).toEqual([before, 6, gone]);
  expect(gone).toBeGreaterThan(0);
  await page.click('#site-try');
  await page.waitForSelector('.compare table');
  await expect.poll(async () => number(await page.locator('.compare tbody tr').nth(1).locator('td').nth(1).innerText())).toBe(value);
  await expect.poll(() => page.locator('.shelter-closed').count()).toBe(gone);
  expect(await page.locator('.shelter-added').count()).toBe(fresh);
});

test('another set is shown with what it does, a site that is dragged costs what the server says, nothing is left behind, and the set is taken', async () => {
  const page = await open('/?minutes=5');
  await search(page);
  await page.click('#site-look');
  await page.waitForSelector('[data-set="0"]', { timeout: 45_000 });
  expect(parameter(page, 'alternatives')).toBe('5');
  const [best, titles] = [await valued(page), (await scenarios()).map(({ id }) => id)];
  const other = number((await page.locator('[data-set="0"] strong').innerText()).split(' ')[0]!);
  await page.focus('[data-set="0"]');
  await page.keyboard.press('Enter');
  expect(await tried(page)).toBe(other);
  expect(other).toBeGreaterThanOrEqual(0.99 * best);
  expect(await page.locator('.site-trial').innerText()).toContain(`−${best - other} against the best`);
  expect((await page.locator('[data-effect=total] td').allTextContents()).slice(1).map(number)).toEqual([best, other]);
  const parts = await page.locator('[data-effect^=district] td:last-child').allTextContents();
  expect(parts.map(number).reduce((sum, one) => sum + one, 0)).toBe(other);
  await page.click('#site-back');
  const [from, to] = [await middle(page, '[data-mark^=chosen]'), await middle(page, '[data-mark^=other]')];
  const onto = (await page.locator('[data-mark^=other]').first().getAttribute('data-mark'))!.slice('other-'.length);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
  await page.waitForSelector(`[data-mark=chosen-${onto}]`);
  const moved = await tried(page);
  const sites = await page.locator('[data-site^=chosen]').evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-site')!.split('-')[1])));
  expect(sites).toContain(Number(onto));
  expect(moved).toBe(await peopleWith({ candidates: sites, open: sites, p: sites.length }));
  await expect.poll(async () => (await scenarios()).map(({ id }) => id)).toEqual(titles);
  await page.click('#site-try');
  await page.waitForSelector('.compare table');
  await expect.poll(async () => number(await page.locator('.compare tbody tr').nth(1).locator('td').nth(1).innerText())).toBe(moved);
});

test('people in time are held against everyday worth, each point with its bound, and a point shows its sites and what they do', async () => {
  const page = await open('/?minutes=5&p=2');
  await page.check('#site-front');
  expect(parameter(page, 'front')).toBe('12');
  await search(page);
  const rows = await page.locator('[data-table=site-front] tbody tr').evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.firstChild!.textContent!)));
  const [people, worth] = [0, 1].map((column) => rows.map((row) => number(row[column]!.split('–')[0]!)));
  expect(rows.length).toBeGreaterThan(2);
  expect(people![0]).toBe(await valued(page));
  expect([people, worth]).toEqual([[...people!].sort((one, other) => other - one), [...worth!].sort((one, other) => one - other)]);
  const last = rows.length - 1;
  await page.focus(`[data-front="${last}"]`);
  await page.keyboard.press('Enter');
  expect(await tried(page)).toBe(people![last]);
  expect(await page.evaluate(() => [document.activeElement?.getAttribute('data-front'), document.activeElement?.getAttribute('aria-pressed')])).toEqual([String(last), 'true']);
  const sites = await page.locator('[data-site^=chosen]').evaluateAll((all) => all.map((one) => Number(one.getAttribute('data-site')!.split('-')[1])));
  expect(await peopleWith({ candidates: sites, open: sites, p: 2 })).toBe(people![last]);
});

test('a site is moved from the keyboard to any place, whose room nobody knows', async () => {
  const page = await open('/?minutes=5&p=1');
  await search(page);
  await page.focus('[data-move^=chosen]');
  await page.keyboard.press('Enter');
  await page.locator('#map').focus();
  await page.keyboard.press('ArrowRight');
  const asked = page.waitForRequest((request) => request.url().endsWith('/coverage') && request.method() === 'POST');
  await page.keyboard.press('Enter');
  const { edits: [put] } = (await asked).postDataJSON() as { edits: { lon: number; lat: number; space?: string }[] };
  const people = await tried(page);
  expect(people).toBeLessThanOrEqual(await valued(page));
  if (put!.space === undefined) {
    expect(people).toBe(await peopleWith({ candidates: [], places: [{ lon: put!.lon, lat: put!.lat }], p: 1 }));
  }
  await page.click('#site-back');
  expect(await page.locator('.site-trial').count()).toBe(0);
});

test('what is refused is said at its field, though that is folded away', async () => {
  const page = await open('/?minutes=5&apartMetres=-5');
  await page.click('#site-run');
  await page.waitForSelector('#site-apartMetres-refused:visible');
  expect(await page.locator('#site-apartMetres-refused').innerText()).toContain('apartMetres is -5.0, but must be');
  expect(await page.locator('#site-apartMetres').evaluate((field) => [field.getAttribute('aria-invalid'), field.getAttribute('aria-describedby')])).toEqual(['true', 'site-apartMetres-hint site-apartMetres-refused']);
  await enter(page, '#site-sites', '900');
  await enter(page, '#site-apartMetres', '');
  await page.click('#site-run');
  await page.waitForSelector('#site-sites-refused');
  expect(await page.locator('#site-sites-refused').innerText()).toMatch(/p is 900, but there are only \d+ candidates/);
  await enter(page, '#site-sites', '3');
  await enter(page, '#site-apartMetres', '400');
  expect(await page.locator('[id^=site][id$=refused]').count()).toBe(0);
  expect((await search(page)).apartMetres).toBe(400);
  expect(parameter(page, 'apartMetres')).toBe('400');
});

test('candidates are from the lists of spaces or picked one by one, and each costs the usual or its own', async () => {
  const page = await open('/?minutes=5&candidates=passing&budget=6&cost=2');
  const lists = (await (await fetch(`${area}/judged/lists?profile=adult&minutes=5&hazard=earthquake&count=1000`)).json()) as { passing: { space: { space: number } }[] };
  const passing = lists.passing.map(({ space }) => space.space);
  const sent = await search(page);
  expect(sent.candidates).toEqual(passing);
  expect(passing.length).toBeGreaterThan(3);
  const costs = sent.costs as Record<string, number>;
  expect([Object.keys(costs).length, new Set(Object.values(costs))]).toEqual([187, new Set([2])]);
  expect(await page.locator('[data-site^=chosen]').count()).toBe(3);
  const dear = (await page.locator('[data-cost^=chosen]').first().getAttribute('data-cost'))!;
  await enter(page, `[data-cost=${dear}]`, '7');
  await search(page);
  expect(await page.locator(`[data-site=${dear}]`).count()).toBe(0);
  expect(await page.locator('.site-costs li').count()).toBe(1);
  expect(parameter(page, 'costs')).toBe(`${dear.split('-')[1]}:7`);
  await page.goto(`${inject('address')}/?minutes=5&space=${passing[0]}`);
  await page.click(`[data-pick="${passing[0]}"]`);
  await page.click('#close-space');
  await enter(page, '#site-sites', '1');
  expect((await search(page)).candidates).toEqual([passing[0]]);
});

test('on a phone the whole desk fits in both languages, opened and with a place in hand', async () => {
  for (const locale of ['en-GB', 'zh-CN']) {
    const page = await open('/?minutes=5&map=17/43.7362/7.4229&existing=movable&budget=4&places=7.4229,43.7362,500,,Quay&costs=5:3&open=5', { viewport: PHONE, locale, hasTouch: true });
    await page.click('.more');
    await page.locator('[data-folder=siting]').evaluate((found: HTMLDetailsElement) => { found.open = true; });
    await page.tap('[data-opens=site-more]');
    await search(page);
    await page.tap('[data-opens=effect]');
    const widths = await page.evaluate(() => [document.getElementById('panel')!.scrollWidth - document.getElementById('panel')!.clientWidth, document.documentElement.scrollWidth - innerWidth]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(0);
    const small = () => page.locator(':is([data-folder=siting], #tools) :is(button, select, input:not([type=checkbox]), .toggle):visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML));
    expect(await small()).toEqual([]);
    await page.tap('#site-draw');
    const before = await page.locator('[data-place]').count();
    // The panel has come down.
    await expect.poll(() => page.locator('#panel').evaluate((panel) => panel.getBoundingClientRect().top)).toBeGreaterThan(400);
    await page.touchscreen.tap(200, 330);
    await expect.poll(() => page.locator('[data-place]').count()).toBe(before + 1);
    expect(await small()).toEqual([]);
  }
});
