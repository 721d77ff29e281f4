import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followLive, type LiveChange, type LiveState } from './live.ts';

/** A stream whose events the test decides on. */
class PlayedStream extends EventTarget {
  readyState = 0;
  isClosedByUs = false;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  close() {
    this.isClosedByUs = true;
  }

  say(type: string, data: string) {
    this.dispatchEvent(new MessageEvent(type, { data }));
  }
}

const streams: PlayedStream[] = [];
const changes: LiveChange[] = [];
const states: LiveState[] = [];

function follow() {
  return followLive({
    open: () => {
      const stream = new PlayedStream();
      streams.push(stream);
      return stream as unknown as EventSource;
    },
    onChange: (change) => changes.push(change),
    onState: (state) => states.push(state),
  });
}

describe('followLive', () => {
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('EventSource', { CLOSED: 2 });
    stop = follow();
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    for (const list of [streams, changes, states]) list.length = 0;
  });

  it('tells which payment changed', () => {
    streams[0]?.onopen?.();

    streams[0]?.say('payment', '{"paymentId":"p-1"}');

    expect(changes).toEqual([{ type: 'payment', paymentId: 'p-1' }]);
    expect(states).toEqual(['connecting', 'connected']);
  });

  it.each(['{"other":1}', 'not json'])('takes the hint %s as "anything"', (data) => {
    streams[0]?.say('payment', data);

    expect(changes).toEqual([{ type: 'all' }]);
  });

  it('reads everything again when the clock was moved', () => {
    streams[0]?.say('clock', '{}');

    expect(changes).toEqual([{ type: 'all' }]);
  });

  it('reads again at once when the stream is cut, polls, and catches up when it is back', () => {
    streams[0]?.onopen?.();

    streams[0]?.onerror?.();
    expect(changes).toHaveLength(1);

    vi.advanceTimersByTime(10_000);
    expect(changes).toHaveLength(2);

    streams[0]?.onopen?.();
    expect(changes).toHaveLength(3);
    expect(states).toEqual(['connecting', 'connected', 'polling', 'connected']);
  });

  it('keeps polling while every new attempt fails too', () => {
    for (let second = 0; second < 30; second += 3) {
      const stream = streams.at(-1);
      if (stream) stream.readyState = 2;
      stream?.onerror?.();
      vi.advanceTimersByTime(3_000);
    }

    expect(streams.length).toBeGreaterThan(5);
    expect(changes).toHaveLength(4);
  });

  it('opens the stream again when the browser has given it up', () => {
    const first = streams[0];
    if (first) first.readyState = 2;
    first?.onerror?.();

    vi.advanceTimersByTime(3_000);

    expect(streams).toHaveLength(2);
  });

  it('is silent once stopped', () => {
    streams[0]?.onerror?.();
    stop();
    changes.length = 0;

    vi.advanceTimersByTime(120_000);

    expect(changes).toEqual([]);
    expect(streams[0]?.isClosedByUs).toBe(true);
  });
});
