import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { expect, test } from 'vitest';
import { renderInEnglish } from '../testing.tsx';
import { LayoutMenu } from './layout-menu.tsx';
import type { Layout } from './list-layout.ts';

const columns = {
  names: ['order', 'status', 'payId', 'source'],
  usual: ['order', 'status'],
} as const;

function Menu() {
  const words = useTranslations('payments.column');
  const [layout, setLayout] = useState<Layout>({
    columns: ['order', 'status', 'payId'],
    density: 'comfortable',
    mode: 'scroll',
  });
  return (
    <>
      <LayoutMenu
        columns={columns}
        nameOf={(name) => words(name)}
        isPending={false}
        layout={layout}
        onLayout={setLayout}
      />
      <output>{JSON.stringify(layout)}</output>
    </>
  );
}
const left = () => JSON.parse(screen.getByRole('status', { hidden: true }).textContent ?? '');

test('columns are chosen and moved by keyboard, and the focus stays on the column', async () => {
  const user = userEvent.setup();
  renderInEnglish(<Menu />);
  await user.tab();
  await user.keyboard('{Enter}');
  const menu = await screen.findByRole('dialog', { name: 'Columns and rows' });
  const button = (name: string) => within(menu).getByRole('button', { name });

  button('Move Status down').focus();
  await user.keyboard('{Enter}');
  expect(left().columns).toEqual(['order', 'payId', 'status']);
  expect(document.activeElement).toBe(button('Move Status down'));
  await user.keyboard('{Enter}');
  expect(left().columns).toEqual(['order', 'payId', 'status']);

  await user.click(within(menu).getByRole('checkbox', { name: 'Source' }));
  await user.click(within(menu).getByRole('checkbox', { name: 'PayID' }));
  expect(left().columns).toEqual(['order', 'status', 'source']);
  expect(within(menu).getByRole('checkbox', { name: 'Order' })).toHaveProperty('disabled', true);
  await user.click(within(menu).getByRole('radio', { name: 'Pages of 50, as a plain table' }));
  await user.click(button('Back to the usual columns'));
  expect(left()).toEqual({ columns: null, density: 'comfortable', mode: 'pages' });
});
