import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import styles from './shop-api.module.css';

type ShownOnceProps = {
  /** `key` or `secret`. */
  readonly what: 'key' | 'secret';
  readonly text: string;
  readonly onClose: () => void;
};

/** A key or a secret at the only moment at which it can be seen. */
export function ShownOnce({ what, text, onClose }: ShownOnceProps) {
  const words = useTranslations('shopApi');
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section
      ref={box}
      tabIndex={-1}
      className={styles.once}
      aria-label={words(`onceTitle.${what}`)}
    >
      <Notice
        tone="success"
        title={words(`onceTitle.${what}`)}
        actions={<Button onPress={onClose}>{words('onceDone')}</Button>}
      >
        <p>{words(`onceText.${what}`)}</p>
        <p className={styles.secret}>
          <code className="identifier">{text}</code>
          <CopyButton text={text} what={words(`once.${what}`)} />
        </p>
      </Notice>
    </section>
  );
}
