import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoDesk } from '../desk/demo.ts';
import { expect } from '../desk/test.ts';
import { screens } from '../screens/screens.ts';
import { test, unrecorded } from '../screens/test.ts';

test.use({ deskEnv: demoDesk, ...unrecorded });
test.describe.configure({ mode: 'parallel' });

/** Without `region`: the component library puts popovers and their unseen buttons beside the landmarks. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that dark can break where light is well: the rest is the same document. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** German has the longest words: where they fit, the others do. */
const looks = [
  { width: 1280, lang: 'en' },
  { width: 320, lang: 'de' },
] as const;

for (const screen of screens) {
  test(`axe finds nothing on ${screen.name}, and 320 px need no sideways scrolling`, async ({
    show,
  }) => {
    test.slow();
    for (const { width, lang } of looks) {
      const page = await show(screen, { width, scheme: 'light', lang });
      expect.soft(await violations(page), `light, ${width} px`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect.soft(await violations(page, ofColours), `dark, ${width} px`).toEqual([]);
      expect.soft(await overflow(page), `sideways, ${width} px`).toBe(0);
      expect.soft(await page.locator('h1').count(), 'headings of level 1').toBe(1);
      expect.soft(await page.locator('main').count(), 'main landmarks').toBe(1);
      await page.context().close();
    }
  });
}

test('the chosen appearance wins over the system, and is still there after a reload', async ({
  show,
}) => {
  const menus = screens.find(({ name }) => name === 'menus-open');
  if (menus === undefined) throw new Error('there is no screen menus-open');
  const page = await show(menus, { width: 1280, scheme: 'light', lang: 'en' });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();

  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  expect(await violations(page)).toEqual([]);
  await page.reload();
  await expect.poll(background).toBe(dark);

  await page.locator('[aria-controls=user-menu]').click();
  await page.getByRole('button', { name: 'Light', exact: true }).click();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await background()).toBe(light);
  await page.getByRole('button', { name: 'As the system' }).click();
  await expect.poll(background).toBe(dark);
  await page.context().close();
});

/**
 * What axe finds: the rule, and where. Details of what passed are not gathered, and the page has no
 * frame that would need a page of its own: both take longer than the rules.
 */
async function violations(page: Page, rules?: string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const found = await (rules === undefined
    ? axe.withTags(tags).disableRules(['region'])
    : axe.withRules(rules)
  ).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

/** By how many pixels the page, or the box in which a dialog scrolls, is wider than what is seen of it. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
    const boxes = [
      document.documentElement,
      ...(dialog?.parentElement ? [dialog.parentElement] : []),
    ];
    return Math.max(...boxes.map(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth));
  });
}
