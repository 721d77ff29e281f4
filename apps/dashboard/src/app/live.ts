/** `connected`: changes arrive by themselves; `polling`: they are asked for until they do again. */
export type LiveState = 'connecting' | 'connected' | 'polling';

export type LiveChange =
  | { readonly type: 'payment'; readonly paymentId: string }
  /** So many that the server does not name them. */
  | { readonly type: 'payments' }
  | { readonly type: 'inbox' }
  | { readonly type: 'export' }
  | { readonly type: 'link' }
  | { readonly type: 'all' };

type LivePorts = {
  readonly open: () => EventSource;
  readonly onChange: (change: LiveChange) => void;
  readonly onState: (state: LiveState) => void;
};

const pollMs = 10_000;
/** Even a stream that looks open may be dead somewhere on the way. */
const safetyPollMs = 60_000;
const reopenMs = 3_000;

/** Follows the server's hints, survives cut streams and closed ones, and polls meanwhile. Returns how to stop. */
export function followLive({ open, onChange, onState }: LivePorts): () => void {
  let source: EventSource | null = null;
  let reopen: ReturnType<typeof setTimeout> | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let isCut = false;

  const pollEvery = (ms: number) => {
    clearInterval(poll);
    poll = setInterval(() => onChange({ type: 'all' }), ms);
  };

  const connect = () => {
    source = open();
    source.onopen = () => {
      onState('connected');
      pollEvery(safetyPollMs);
      // What happened while the stream was cut was not told.
      if (isCut) onChange({ type: 'all' });
      isCut = false;
    };
    source.onerror = () => {
      // Failing again must not start the wait for the next poll anew.
      if (!isCut) {
        isCut = true;
        onState('polling');
        onChange({ type: 'all' });
        pollEvery(pollMs);
      }
      // The browser comes back by itself after a cut, but not after an answer that is no stream.
      if (source?.readyState === EventSource.CLOSED) reopen = setTimeout(connect, reopenMs);
    };
    source.addEventListener('payment', (event) => onChange(readChange(String(event.data))));
    source.addEventListener('payments', () => onChange({ type: 'payments' }));
    source.addEventListener('export', () => onChange({ type: 'export' }));
    source.addEventListener('inbox', () => onChange({ type: 'inbox' }));
    source.addEventListener('link', () => onChange({ type: 'link' }));
    // The business clock was moved: every deadline changed.
    source.addEventListener('clock', () => onChange({ type: 'all' }));
  };

  onState('connecting');
  connect();
  return () => {
    clearTimeout(reopen);
    clearInterval(poll);
    source?.close();
  };
}

function readChange(data: string): LiveChange {
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message === 'object' && message !== null && 'paymentId' in message) {
      return { type: 'payment', paymentId: String(message.paymentId) };
    }
  } catch {
    // An unreadable hint is still a hint.
  }
  return { type: 'all' };
}
