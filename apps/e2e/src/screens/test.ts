import { signInApi } from '../desk/api.ts';
import { createControl } from '../desk/control.ts';
import { test as base } from '../desk/test.ts';
import { makeForScreens } from './made.ts';
import { createShowScreen, type ShowScreen } from './show-screen.ts';

/** A screen that is looked at says all in its finding; recording it takes a quarter of the time. */
export const unrecorded = { trace: 'off' } as const;

/** A story about every screen; wants the `deskEnv` of the demo. */
export const test = base.extend<object, { readonly show: ShowScreen }>({
  show: [
    async ({ browser, desk }, use) => {
      const control = createControl(desk.simulatorUrl, desk.url);
      const manager = await signInApi(desk.url, 'manager');
      const made = await makeForScreens(control, manager, await signInApi(desk.url, 'admin'));
      await use(createShowScreen(browser, desk.url, made));
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});
