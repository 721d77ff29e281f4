import { demoDesk } from '../desk/demo.ts';
import { expect } from '../desk/test.ts';
import { bareTexts } from '../screens/bare-texts.ts';
import { invitedName } from '../screens/made.ts';
import { screens } from '../screens/screens.ts';
import { test, unrecorded } from '../screens/test.ts';

test.use({ deskEnv: demoDesk, ...unrecorded });
test.describe.configure({ mode: 'parallel' });

for (const screen of screens) {
  test(`every text of ${screen.name} comes from the catalog`, async ({ manager, show }) => {
    const { body } = await manager.query('session.me');
    const { connections, memberships, name } = body.result.data.person;
    const audit = (await manager.query('audit.choices')).body.result.data;
    const data: readonly string[] = [
      name,
      invitedName,
      ...audit.people.map((person: { name: string }) => person.name),
      ...memberships.map(({ merchantName }: { merchantName: string }) => merchantName),
      ...connections.map(({ label }: { label: string }) => label),
    ];

    const page = await show(screen, { width: 1280, scheme: 'light', lang: 'pseudo' });
    await expect(page.getByText(/^⟦/).first()).toBeVisible();
    expect.soft(await bareTexts(page, data), '1280 px').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect.soft(await bareTexts(page, data), '320 px').toEqual([]);
    await page.context().close();
  });
}
