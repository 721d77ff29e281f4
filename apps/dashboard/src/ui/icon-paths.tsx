import type { ReactNode } from 'react';

/** Drawings on a 12 × 12 grid; stroked with the text color unless a part says otherwise. */
export const iconPaths = {
  ring: <circle cx="6" cy="6" r="4" />,
  'dotted-ring': <circle cx="6" cy="6" r="4" strokeDasharray="1.6 1.6" />,
  clock: (
    <>
      <circle cx="6" cy="6" r="4" />
      <path d="M6 3.8V6l1.5 1" />
    </>
  ),
  'half-disc': (
    <>
      <circle cx="6" cy="6" r="4" />
      <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  'check-disc': (
    <>
      <circle cx="6" cy="6" r="4.6" fill="currentColor" stroke="none" />
      <path d="M4 6.1 5.4 7.5 8.1 4.7" stroke="var(--icon-cut, var(--surface))" />
    </>
  ),
  'arrow-back': <path d="M4 3 2 5l2 2M2 5h5a2.5 2.5 0 0 1 0 5" />,
  'arrow-disc': (
    <>
      <circle cx="6" cy="6" r="4.8" fill="currentColor" stroke="none" />
      <path
        d="M5 3.9 3.6 5.3 5 6.7M3.6 5.3h3a1.5 1.5 0 0 1 0 3h-1"
        stroke="var(--icon-cut, var(--surface))"
      />
    </>
  ),
  'slashed-ring': (
    <>
      <circle cx="6" cy="6" r="4" />
      <path d="M3.2 8.8 8.8 3.2" />
    </>
  ),
  'struck-hourglass': (
    <path d="M3 2h6M3 10h6M3.5 2c0 2.5 2.5 2.5 2.5 4M8.5 10C8.5 7.5 6 7.5 6 6M2 9.5 10 2.5" />
  ),
  hourglass: (
    <path d="M3 1.8h6M3 10.2h6M3.6 1.8c0 2.6 2.4 2.8 2.4 4.2 0 1.4-2.4 1.6-2.4 4.2M8.4 1.8C8.4 4.4 6 4.6 6 6c0 1.4 2.4 1.6 2.4 4.2" />
  ),
  octagon: (
    <>
      <path d="M4 1.6h4L10.4 4v4L8 10.4H4L1.6 8V4z" fill="currentColor" stroke="none" />
      <path d="M4.4 4.4l3.2 3.2M7.6 4.4 4.4 7.6" stroke="var(--icon-cut, var(--surface))" />
    </>
  ),
  'diamond-question': (
    <>
      <path d="M6 1 11 6 6 11 1 6z" />
      <path d="M4.9 4.8a1.1 1.1 0 1 1 1.6 1c-.4.2-.5.4-.5.8M6 8.1v.1" />
    </>
  ),
  triangle: (
    <>
      <path d="M6 1.5 11 10.5H1z" />
      <path d="M6 4.5v3M6 9v.1" />
    </>
  ),
  'triangle-solid': (
    <>
      <path d="M6 1 11.2 10.6H.8z" fill="currentColor" stroke="none" />
      <path d="M6 4.3v3M6 9v.1" stroke="var(--icon-cut, var(--surface))" />
    </>
  ),
  'circle-x': (
    <>
      <circle cx="6" cy="6" r="4" />
      <path d="M4.2 4.2l3.6 3.6M7.8 4.2 4.2 7.8" />
    </>
  ),
  close: <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" />,
  check: <path d="M2 6.4 4.8 9.2 10 3.4" />,
  menu: <path d="M1.5 3h9M1.5 6h9M1.5 9h9" />,
  copy: (
    <>
      <rect x="4" y="4" width="6.5" height="6.5" rx="1" />
      <path d="M8 4V2.5a1 1 0 0 0-1-1H2.5a1 1 0 0 0-1 1V7a1 1 0 0 0 1 1H4" />
    </>
  ),
  search: (
    <>
      <circle cx="5" cy="5" r="3.4" />
      <path d="M7.6 7.6 10.6 10.6" />
    </>
  ),
  'chevron-down': <path d="M2.5 4.2 6 7.8l3.5-3.6" />,
  'chevron-left': <path d="M7.6 2.2 3.8 6l3.8 3.8" />,
  'chevron-right': <path d="M4.4 2.2 8.2 6 4.4 9.8" />,
  info: (
    <>
      <circle cx="6" cy="6" r="4.4" />
      <path d="M6 5.6v2.6M6 3.6v.1" />
    </>
  ),
} satisfies Record<string, ReactNode>;
