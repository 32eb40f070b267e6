import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import type { EvacuationAnswer, Film } from '../src/evacuation/evacuation';
import { open, parameter, PHONE, withBrowser } from './open';

// Everybody leaves at once: the plan, the film of it, and what happens without one.

withBrowser();

const PLANNING_MILLIS = 240_000;
const results = `${inject('address')}/api/areas/monaco/results`;
const KEPT = 'Evacuation of a test';
afterAll(async () => {
  const found = (await (await fetch(results)).json()) as { results: { id: string; name: string }[] };
  await Promise.all(found.results.filter(({ name }) => name === KEPT).map(({ id }) => fetch(`${results}/${id}`, { method: 'DELETE' })));
});

const asked = async <T>(path: string) => (await (await fetch(`${inject('address')}/api/${path}`)).json()) as T;

/** The page with a plan, and the films on it. */
async function planned(query: string, options: BrowserContextOptions = {}): Promise<{ page: Page; job: string; answer: EvacuationAnswer }> {
  const page = await open(query, options);
  await page.locator('[data-folder=evacuation]').evaluate((folder: HTMLDetailsElement) => { folder.open = true; });
  const begun = page.waitForResponse((response) => response.url().endsWith('/evacuation'));
  await page.locator('#evac-run').dispatchEvent('click');
  const { id } = (await (await begun).json()) as { id: string };
  await page.waitForSelector('[data-evac-clearance]', { timeout: PLANNING_MILLIS, state: 'attached' });
  await page.waitForSelector('[data-shows=both]', { state: 'attached' });
  return { page, job: id, answer: (await asked<{ result: EvacuationAnswer }>(`jobs/${id}`)).result };
}

const film = (job: string, which: Film['which']) => asked<Film>(`jobs/${job}/frames?which=${which}`);
const attribute = async (page: Page, name: string) => Number(await page.locator(`[${name}]`).getAttribute(name));
const column = async (page: Page, table: string, cell: number) => (await page.locator(`[data-table=${table}] tr:not(.under) td:nth-of-type(${cell})`).allTextContents()).map((text) => Number(text.split('/')[0]!.replace(/\D/g, '')));
const sum = (list: number[]) => list.reduce((all, one) => all + one, 0);

/** How many people the player says are where, of one film. */
async function now(page: Page, which: string): Promise<Record<string, number>> {
  const parts = await page.locator(`[data-film=${which}] [data-now]`).evaluateAll((all) => all.map((one) => [one.getAttribute('data-now')!, Number(one.querySelector('b')!.dataset.people)] as const));
  return Object.fromEntries(parts);
}

/** The same, counted here from what the server sent. */
function counted({ streets, home, shelters, caught, withoutRoom, count }: Film, frame: number): Record<string, number> {
  const at = (list: number[], from: number) => list[frame - from] ?? 0;
  const last = (list: number[] | null | undefined, from = 0) => (list?.length && frame >= from ? list[Math.min(frame - from, list.length - 1)]! : 0);
  const waiting = sum(streets.map((street) => at(street.waiting, street.from)));
  const staying = home[Math.min(count, home.length) - 1]!;
  const all = { safe: sum(shelters.map((shelter) => last(shelter.in, shelter.from))), moving: sum(streets.map((street) => at(street.on, street.from))) - waiting, waiting, home: last(home) - staying, staying, withoutRoom: last(withoutRoom), caught: last(caught) };
  return all;
}

async function scrub(page: Page, seconds: number): Promise<void> {
  await page.locator('#player-time').evaluate((slider: HTMLInputElement, to) => {
    slider.value = String(to);
    slider.dispatchEvent(new Event('input'));
  }, seconds);
}

/** How much of the film a map has painted. */
const painted = (page: Page, map: string) =>
  page.locator(`${map} canvas.flows`).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let at = 3; at < data.length; at += 4) {
      count += data[at]! > 0 ? 1 : 0;
    }
    return count;
  });

test('the page says what the job found, everybody is counted once, and at every moment of both films everybody is somewhere', async () => {
  const { page, job, answer } = await planned('/?minutes=10&search=2');
  const { people, placed } = answer;
  expect(await attribute(page, 'data-evac-clearance')).toBe(answer.clearanceSeconds);
  expect(await attribute(page, 'data-evac-bound')).toBe(answer.lowerBoundSeconds);
  expect(answer.lowerBoundSeconds).toBeLessThanOrEqual(answer.clearanceSeconds);
  const fates = await page.locator('[data-fate]').evaluateAll((all) => all.map((one) => [one.getAttribute('data-fate')!, Number(one.getAttribute('data-people'))] as const));
  expect(Object.fromEntries(fates)).toMatchObject({ placed, ...(people.noRoom ? { noRoom: people.noRoom } : {}) });
  expect(sum(fates.map(([, count]) => count))).toBe(people.total);
  expect([sum(await column(page, 'evac-shelters', 1)), sum(await column(page, 'evac-districts', 1))]).toEqual([placed, placed]);
  expect((await column(page, 'evac-sides', 1)).length).toBeGreaterThan(3);
  const ends = await page.locator('[data-table=evac-sides] tr[data-end]:not([data-end=total]) td:last-of-type').allTextContents();
  expect(sum(ends.map((text) => Number(text.replace(/\D/g, ''))))).toBe(people.total);

  await page.locator('#player-play').click({ trial: true });
  for (const which of ['plan', 'unplanned'] as const) {
    const found = await film(job, which);
    await page.click(`[data-shows=${which}]`);
    for (const part of [0, 0.03, 0.11, 0.37, 0.62, 1]) {
      const frame = Math.round(part * (found.count - 1));
      await scrub(page, frame * found.frameSeconds);
      const said = await now(page, which);
      expect(said).toEqual(Object.fromEntries(Object.entries(counted(found, frame)).filter(([name]) => name in said)));
      expect(sum(Object.values(said))).toBe(people.total);
    }
  }
  // By keyboard, frame by frame, and in words.
  await page.click('[data-shows=plan]');
  const plan = await film(job, 'plan');
  await page.focus('#player-time');
  await page.keyboard.press('Home');
  for (let frame = 1; frame <= 5; frame++) {
    await page.keyboard.press('ArrowRight');
    const said = await now(page, 'plan');
    expect(said).toMatchObject({ safe: counted(plan, frame).safe, home: counted(plan, frame).home });
    expect(await page.getAttribute('#player-time', 'aria-valuetext')).toContain(`${said.safe!.toLocaleString('en')} safe`);
  }
  await page.click('#player-close');
  expect(await page.locator('#player').isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-shows'))).toBe('plan');
}, PLANNING_MILLIS);

test('with and without a plan play side by side in step, each with its own people in the streets; the answer is kept', async () => {
  const { page, job, answer } = await planned('/?minutes=10&search=2');
  await page.click('[data-shows=both]');
  await page.waitForSelector('#before .shelter');
  expect(await page.locator('.map-name').allInnerTexts()).toEqual(['Without a plan', 'With the plan']);
  await page.selectOption('#player-speed', '60');
  await scrub(page, 120);
  expect(await page.locator('#player-play').getAttribute('aria-label')).toBe('Play');
  await page.click('#player-play');
  await expect.poll(async () => Number(await page.inputValue('#player-time'))).toBeGreaterThan(240);
  await page.keyboard.press('Enter');
  const seconds = Number(await page.inputValue('#player-time'));
  for (const which of ['plan', 'unplanned'] as const) {
    const found = await film(job, which);
    const near = [0, 1].map((back) => counted(found, Math.min(found.count - 1, Math.floor(seconds / found.frameSeconds) - back)).safe);
    expect(near).toContain((await now(page, which)).safe);
  }
  const [without, withPlan] = await Promise.all([painted(page, '#before'), painted(page, '#map')]);
  expect(Math.min(without, withPlan)).toBeGreaterThan(2000);
  await scrub(page, 1e9);
  await expect.poll(async () => (await now(page, 'unplanned')).safe).toBe(answer.unplanned!.placed);
  expect((await now(page, 'plan')).safe).toBe(answer.placed);
  await page.click('[data-shows=plan]');
  expect(await page.locator('#before').isVisible()).toBe(false);
  await page.fill('#evac-keep-name', KEPT);
  await page.click('#evac-keep');
  await expect.poll(() => page.locator('#evac-kept').innerText(), { timeout: PLANNING_MILLIS }).toContain(KEPT);
  const found = await asked<{ results: { name: string; kind: string }[] }>('areas/monaco/results');
  expect(found.results.filter(({ name }) => name === KEPT).map(({ kind }) => kind)).toEqual(['evacuation']);
}, 2 * PLANNING_MILLIS);

test('the question comes back with the link; what is stopped keeps the best plan so far with its bound', async () => {
  const page = await open('/?minutes=10');
  await page.fill('#evac-seconds', '600');
  await page.selectOption('#evac-gates', 'design');
  await page.locator('#evac-gates').blur();
  await expect.poll(() => [parameter(page, 'search'), parameter(page, 'gates')]).toEqual(['600', 'design']);
  const again = await open(`/${new URL(page.url()).search}`);
  expect([await again.inputValue('#evac-seconds'), await again.inputValue('#evac-gates')]).toEqual(['600', 'design']);
  await again.click('#evac-run');
  await again.waitForFunction(() => document.querySelector('#evac-progress')?.textContent?.includes('Best plan so far'), null, { timeout: PLANNING_MILLIS });
  await again.click('#evac-cancel');
  await again.waitForSelector('[data-evac-clearance]', { timeout: PLANNING_MILLIS });
  expect(await attribute(again, 'data-evac-bound')).toBeLessThanOrEqual(await attribute(again, 'data-evac-clearance'));
  expect(await again.evaluate(() => document.activeElement?.id)).toBe('evac-run');
  await again.fill('#evac-seconds', '5');
  await again.locator('#evac-seconds').blur();
  await expect.poll(() => again.locator('.evacuated [data-stale]').count()).toBe(1);
}, 2 * PLANNING_MILLIS);

test('on a phone, in Chinese, where motion is not wanted: nothing plays by itself, it plays in steps, and everything can be tapped', async () => {
  const { page, job } = await planned('/?minutes=10&search=2', { viewport: PHONE, locale: 'zh-CN', reducedMotion: 'reduce' });
  const { frameSeconds } = await film(job, 'plan');
  expect(await page.locator('.evacuated .site-value').textContent()).toMatch(/安全/);
  expect([await page.locator('#player-play').getAttribute('aria-label'), await page.inputValue('#player-time')]).toEqual(['播放', '0']);
  await page.click('#player-play');
  await expect.poll(async () => Number(await page.inputValue('#player-time'))).toBeGreaterThan(0);
  await page.click('#player-play');
  expect(Number(await page.inputValue('#player-time')) % frameSeconds).toBe(0);
  const small = (scope: string) => page.locator(`${scope} :is(button, select, input, a):visible`).evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 43.5 && (one as HTMLInputElement).type !== 'checkbox').map((one) => one.outerHTML));
  expect(await small('#player')).toEqual([]);
  await page.click('.more');
  await page.locator('[data-opens=evac-districts]').click();
  await page.locator('[data-opens=evac-shelters]').click();
  const panel = await page.locator('#panel').evaluate((found) => [found.scrollWidth, found.clientWidth]);
  expect(panel[0]).toBeLessThanOrEqual(panel[1]!);
  expect(await small('[data-folder=evacuation]')).toEqual([]);
  const sheets = await page.locator('[data-sheets]').first().getAttribute('href');
  expect(sheets).toBe(`/api/jobs/${job}/sheets.html?district=0&lang=zh`);
  await page.click('[data-shows=both]');
  await page.waitForSelector('#before .shelter');
  const [player, sheet] = await Promise.all(['#player', '#panel'].map((part) => page.locator(part).boundingBox()));
  expect(player!.y + player!.height).toBeLessThanOrEqual(sheet!.y + 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
}, PLANNING_MILLIS);
