import { once } from 'node:events';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { open, PHONE, withBrowser } from './open';
import { command } from './service';

// A city whose shelters nobody has listed: that is not a city without shelters.

const AREA = 'unlisted';

withBrowser();

// A service that somebody else has started gets no city from us.
describe.skipIf(inject('store') === null)('where no shelter is recorded', () => {
  beforeAll(async () => {
    const importing = command(inject('store')!, 'import', AREA, '--osm', 'data/monaco/monaco.osm.pbf', '--population-total', '38000');
    importing.stdout!.resume();
    expect(await once(importing, 'exit')).toEqual([0, null]);
  });

  test('the page gives no share and no gaps, says why and what to do', async () => {
    const page = await open(`/?area=${AREA}`);
    expect(await page.locator('.answer').innerText()).toMatch(/No shelter is recorded here[^]*unknown[^]*38,000 people[^]*What if/);
    expect(await page.locator('.answer').innerText()).not.toContain('%');
    expect(await page.locator('.gap, .gaps li, .districts tr').count()).toBe(0);
    expect(await page.locator('#legend').innerText()).toContain('no shelter recorded');
  });

  test('on a phone, in Chinese, the nearest shelter is not denied', async () => {
    const page = await open(`/?area=${AREA}&at=7.4262,43.7395`, { viewport: PHONE, locale: 'zh-CN' });
    await expect.poll(() => page.locator('.nearest').innerText()).toContain('不等于没有');
    expect(await page.locator('.answer .headline').innerText()).toContain('没有记录');
  });
});
