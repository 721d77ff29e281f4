import { useMediaQuery } from './use-media-query.ts';

/** The height of a row of a grid in pixels: fingers need more of it. */
export function useRowHeight(): number {
  return useMediaQuery('(pointer: coarse)') ? 44 : 36;
}
