import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderDesk } from '../testing.tsx';
import { useViews } from './use-views.ts';

const views = ['a', 'b', 'c', 'd'].map((digit) => digit.repeat(8));

function Choices() {
  const { remember } = useViews('payments');
  return views.map((id) => (
    <button key={id} type="button" onClick={() => remember({ lastView: id })}>
      {id}
    </button>
  ));
}

afterEach(() => vi.unstubAllGlobals());

test('what is chosen while an answer is awaited is remembered at once after it, the last choice only', async () => {
  const said: unknown[] = [];
  const answers: (() => void)[] = [];
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    if (!url.includes('views.remember')) return Promise.reject(new Error('not served here'));
    said.push(JSON.parse(String(init?.body)).lastView);
    return new Promise<Response>((resolve) => {
      answers.push(() => resolve(Response.json({ result: { data: null } })));
    });
  });
  renderDesk(<Choices />);

  const [first, ...later] = views;
  act(() => screen.getByText(first ?? '').click());
  await waitFor(() => expect(said).toEqual([first]));
  for (const id of later) act(() => screen.getByText(id).click());
  expect(said).toEqual([first]);

  await act(async () => answers[0]?.());
  await waitFor(() => expect(said).toHaveLength(2));
  await act(async () => answers[1]?.());

  expect(said).toEqual([first, later.at(-1)]);
});
