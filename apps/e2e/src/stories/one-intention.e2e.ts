import type { Page } from '@playwright/test';
import { expect, test } from '../desk/test.ts';
import { readEnv } from '../env.ts';

/** So many payments each: `FAILURE_MODEL_REPETITIONS=full` does it twenty times. */
const TIMES = readEnv('FAILURE_MODEL_REPETITIONS') === 'full' ? 20 : 1;

// A second capture is no matter of a slow machine: these are not told once more.
test.describe.configure({ retries: 0 });

const sendButton = (page: Page) =>
  page.getByRole('dialog').getByRole('button', { name: /^Capture CHF/ });

/** What one person does who means one capture. Each begins at the open form. */
const gestures: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a double click': async (page) => {
    await sendButton(page).dblclick();
    await expect(page.getByRole('dialog')).toBeHidden();
  },
  'Enter held down': async (page) => {
    await sendButton(page).focus();
    for (let press = 0; press < 10; press += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  },
  'Enter held down from before the form opened until after it closed': async (page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Capture …' }).focus();
    await page.keyboard.down('Enter');
    await expect(sendButton(page)).toBeVisible();
    for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
    await expect(sendButton(page)).toBeVisible();
    await page.keyboard.up('Enter');
    await sendButton(page).focus();
    await page.keyboard.down('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    for (let press = 0; press < 5; press += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
  },
  'back, forward and the button again': async (page) => {
    await sendButton(page).click();
    // Not Playwright's own, which fail when one navigation overtakes the other.
    await page.evaluate(() => history.back());
    // Back may load a page anew, which takes away what is asked meanwhile.
    await expect(() => page.evaluate(() => history.forward())).toPass();
    await pressIfThere(page);
  },
  'the same form in a second tab': async (page) => {
    const second = await page.context().newPage();
    await second.goto(page.url());
    await expect(sendButton(second)).toBeVisible();
    await Promise.all([sendButton(page).click(), sendButton(second).click()]);
    await expect(second.getByText('CHF 77.00 captured').first()).toBeAttached();
    await second.close();
  },
  'a reload while it is on its way': async (page) => {
    await sendButton(page).click({ noWaitAfter: true });
    // Not Playwright's own, which waits for ever where closing the form overtakes it.
    await expect(() => page.evaluate(() => location.reload())).toPass();
    await pressIfThere(page);
  },
};

for (const [gesture, act] of Object.entries(gestures)) {
  test(`P02 ${gesture} makes one capture`, async ({ control, page, pay, signIn }) => {
    if (TIMES > 1) test.setTimeout(TIMES * 30_000);
    await signIn(page, 'shipping');
    for (let time = 0; time < TIMES; time += 1) {
      const { id, payId } = await pay({ amount: 7_700 });
      await page.goto(`/payments/${id}`);
      await page.getByRole('button', { name: 'Capture …' }).click();
      await expect(sendButton(page)).toBeVisible();

      await act(page);

      // What the gesture set off may still be under way, and takes the place of a navigation.
      await expect(() => page.goto(`/payments/${id}`)).toPass();
      await expect(page.getByRole('region', { name: 'History' })).toContainText(
        'CHF 77.00 captured',
      );
      const captures = (await control.ledger(payId)).filter(({ kind }) => kind === 'capture');
      expect(captures.map(({ amount }) => amount)).toEqual([7_700]);
    }
  });
}

/** After coming back there may be nothing left to press; then that is all there is to do. */
async function pressIfThere(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toBeVisible();
  await sendButton(page)
    .click({ timeout: 1500 })
    .catch(() => undefined);
}
