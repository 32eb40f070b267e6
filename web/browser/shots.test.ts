import { test } from 'vitest';
import { blank, PHONE, WIDE, withBrowser } from './open';
import { fakeWhereMissing } from './fake';
import { inject } from 'vitest';

withBrowser();
const DIR = '/tmp/pages-shots';
for (const [size, viewport] of [['wide', WIDE], ['phone', PHONE]] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${size} ${colorScheme}`, async () => {
      const page = await blank({ viewport, colorScheme, ...(colorScheme === 'dark' && size === 'phone' ? { locale: 'zh-CN' } : {}) });
      await fakeWhereMissing(page);
      const shot = async (name: string) => { await page.waitForTimeout(700); await page.screenshot({ path: `${DIR}/${size}-${colorScheme}-${name}.png` }); };
      await page.goto(`${inject('address')}/`);
      await page.waitForSelector('[data-share]');
      await shot('1start');
      await page.goto(`${inject('address')}/?hazard=flood-100&night=true&capacity=true`);
      await page.waitForSelector('.room');
      await shot('2flood');
      if (size === 'phone') { await page.click('#more'); await shot('2more'); await page.click('#more'); await page.click('.more'); }
      await page.locator('.room').scrollIntoViewIfNeeded();
      await page.evaluate(() => document.querySelector('.room')!.scrollIntoView());
      await shot('3room');
      await page.goto(`${inject('address')}/`);
      await page.waitForSelector('[data-street]');
      if (size === 'phone') await page.click('.more');
      await page.evaluate(() => document.querySelector('.losses .second')!.scrollIntoView());
      await page.locator('[data-street]').first().click();
      await shot('4street');
      if (size === 'phone') await page.click('.more');
      await page.evaluate(() => document.querySelector('.desk')!.scrollIntoView());
      await page.locator('[data-form=new]').click();
      await page.fill('#scenario-title', 'A park by the harbour');
      await page.fill('#scenario-author', 'Planning office');
      await page.fill('#scenario-reason', 'Flood drill in May');
      await shot('5new');
      await page.click('#save');
      await page.waitForSelector('#tools .tools');
      await shot('6edit');
      const x = size === 'phone' ? 200 : 900; const y = size === 'phone' ? 330 : 500;
      await page.click('[data-tool=add]');
      await page.fill('#draft-name', 'Port Hercule park');
      await page.fill('#draft-room', '500');
      await shot('7add');
      await page.mouse.click(x, y);
      await page.waitForSelector('.shelter-added');
      if (size === 'phone') await page.waitForTimeout(300);
      await page.click('[data-tool=street]');
      await page.mouse.click(x + 60, y + 20);
      await page.waitForSelector('.closed-street');
      if (size === 'phone') await page.click('[data-tool=cancel]');
      await page.click('[data-tool=area]');
      for (const [dx, dy] of [[40, 60], [120, 60], [120, 110], [40, 110]] as const) await page.mouse.click(x + dx, y + dy - (size === 'phone' ? 80 : 0));
      await shot('8draw');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.closed-area');
      await shot('9edited');
      if (size === 'wide') {
        await page.locator('.shelter-added').click({ force: true });
        await page.waitForTimeout(300);
        await shot('10popup');
        await page.keyboard.press('Escape');
      }
      if (size === 'phone') await page.click('.more');
      await page.evaluate(() => document.querySelector('.desk')!.scrollIntoView());
      await shot('11desk');
      await page.evaluate(() => document.querySelector('.compare')!.scrollIntoView());
      await shot('12compare');
      await page.click('[data-side=difference]');
      await page.waitForTimeout(600);
      await shot('13difference');
      if (size === 'phone') await page.click('.more');
      for (const kind of ['fairness', 'integrity', 'unknowns', 'expected']) {
        await page.locator(`.report-${kind} summary`).click();
        if (kind === 'expected') await page.click('#compute');
        await page.waitForTimeout(500);
        await page.evaluate((name) => document.querySelector(`.report-${name}`)!.scrollIntoView(), kind);
        await shot(`14${kind}`);
      }
      await page.evaluate(() => document.querySelector('.districts')!.scrollIntoView());
      await shot('15districts');
    }, 200_000);
  }
}
