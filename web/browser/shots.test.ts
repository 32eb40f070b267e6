import { inject, test } from 'vitest';
import { blank, PHONE, WIDE, withBrowser } from './open';
import { fakeWhereMissing } from './fake';
withBrowser();
for (const [size, viewport, colorScheme] of [['wide', WIDE, 'light'], ['phone', PHONE, 'dark']] as const) {
  test(`real ${size}`, async () => {
    const page = await blank({ viewport, colorScheme });
    await fakeWhereMissing(page);
    const shot = async (name: string) => { await page.waitForTimeout(600); await page.screenshot({ path: `/tmp/pages-shots/real-${size}-${name}.png` }); };
    await page.goto(`${inject('address')}/?hazard=flood&night=true`);
    await page.waitForSelector('[data-share]');
    await shot('1flood');
    await page.goto(`${inject('address')}/?profile=wheelchair`);
    await page.waitForSelector('[data-share]');
    if (size === 'phone') await page.click('.more');
    for (const kind of ['fairness', 'integrity', 'unknowns', 'expected']) {
      await page.locator(`.report-${kind} summary`).click();
      if (kind === 'expected') await page.click('#compute');
      await page.waitForFunction((name) => !document.querySelector(`.report-${name} [aria-busy=true]`), kind);
      await page.waitForTimeout(1500);
      await page.evaluate((name) => document.querySelector(`.report-${name}`)!.scrollIntoView(), kind);
      await shot(kind);
    }
    await page.evaluate(() => document.querySelector('.districts')!.scrollIntoView());
    await shot('districts');
    await page.goto(`${inject('address')}/`);
    await page.waitForSelector('[data-share]');
    if (size === 'phone') await page.click('.more');
    await page.locator('[data-form=new]').click();
    await page.fill('#scenario-title', 'A park in La Rousse');
    await page.click('#save');
    await page.waitForSelector('#tools .tools', { state: 'visible' });
    await page.click('[data-tool=add]');
    await page.fill('#draft-room', '500');
    const [x, y] = size === 'wide' ? [1045, 215] : [250, 200];
    await page.mouse.click(x, y);
    await page.waitForSelector('.shelter-added');
    await page.waitForTimeout(2000);
    await page.click('[data-side=difference]');
    await page.waitForTimeout(3000);
    await shot('difference');
    await page.click('[data-form=delete]');
    await page.click('[data-sure]');
    await page.waitForTimeout(500);
  }, 200_000);
}
