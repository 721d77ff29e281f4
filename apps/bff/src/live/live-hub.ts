import type { Logger } from 'pino';
import { type LiveMessage, parseLiveMessage } from './live-message.ts';
import { listenForever } from './live-store.ts';

/** Hands every message, of this process or another, to whoever listens here. A hint, never the truth. */
export type LiveHub = {
  /** `onClose` is called when the hub closes: nothing more will come. */
  subscribe(listener: (message: LiveMessage) => void, onClose?: () => void): () => void;
  /** Tells the listeners of this process only. */
  publish(message: LiveMessage): void;
  close(): Promise<void>;
};

type Listener = {
  readonly onMessage: (message: LiveMessage) => void;
  readonly onClose: () => void;
};

/**
 * Listens on channel `desk_live` of the database at `url`, on a connection of its own that is opened
 * again whenever it breaks. After a gap everybody is told `clock`: anything may have changed.
 */
export function createLiveHub({
  url,
  log,
}: {
  readonly url: string;
  readonly log: Logger;
}): LiveHub {
  const listeners = new Set<Listener>();
  const publish = (message: LiveMessage): void => {
    for (const { onMessage } of [...listeners]) onMessage(message);
  };
  const listening = listenForever(url, 'desk_live', {
    onPayload: (payload) => {
      const message = parseLiveMessage(payload);
      if (message !== null) publish(message);
    },
    onConnected: (again) => {
      if (again) publish({ type: 'clock' });
    },
    onLost: (error) => log.warn({ err: error }, 'live updates: connection lost, opening it again'),
  });
  return {
    subscribe: (onMessage, onClose = () => undefined) => {
      const listener = { onMessage, onClose };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish,
    close: async () => {
      for (const { onClose } of [...listeners]) onClose();
      listeners.clear();
      await listening.close();
    },
  };
}
