import { Chip, type ChipLevel } from './chip.tsx';
import styles from './deadline.module.css';
import { useFormat } from './use-format.ts';

type DeadlineProps = {
  /** Milliseconds, UTC. */
  readonly at: number;
  /** As the server judged it; `none` shows nothing. */
  readonly urgency: ChipLevel | 'none';
  /** Details spell the year out; tables drop it within the year. */
  readonly long?: boolean;
};

/** Time left and the instant itself, both as text. */
export function Deadline({ at, urgency, long = false }: DeadlineProps) {
  const format = useFormat();
  if (urgency === 'none') return null;
  return (
    <time className={styles.deadline} dateTime={new Date(at).toISOString()}>
      <Chip level={urgency}>{format.relative(at)}</Chip>
      <span className="visually-hidden"> · </span>
      <span className={styles.absolute}>{long ? format.instant(at) : format.shortInstant(at)}</span>
    </time>
  );
}
