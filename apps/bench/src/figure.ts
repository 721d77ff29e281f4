import type { House } from './house/house.ts';

/** What a figure is given. */
export type BenchOptions = {
  /** The running product with payments in its table, made when the first figure asks for it. */
  readonly house: () => Promise<House>;
  /** Tells how far a long figure is. */
  readonly say: (line: string) => void;
};

/** One line of the report: what was measured, beside its limit of the same run. */
export type Finding = {
  /** Which part of the figure, where it has several. */
  readonly of?: string;
  readonly measured: string;
  /** What it is held against, measured in the same run; left out where the target is absolute. */
  readonly limit?: string;
  readonly target: string;
  /** Null for what is only shown beside the figure. */
  readonly met: boolean | null;
};

/** One figure of the report; its folder carries the id in small letters. */
export type Figure = {
  readonly id: string;
  readonly title: string;
  readonly run: (options: BenchOptions) => Promise<readonly Finding[]>;
};

/** The line of a finding. */
export function describeFinding({ id, title }: Figure, finding: Finding): string {
  const { of, measured, limit, target, met } = finding;
  const verdict = met === null ? '' : `: ${met ? 'met' : 'missed'}`;
  return [
    `${id.padEnd(3)} ${title}${of === undefined ? '' : `, ${of}`}`,
    measured,
    ...(limit === undefined ? [] : [`limit ${limit}`]),
    `target ${target}${verdict}`,
  ].join(' · ');
}
