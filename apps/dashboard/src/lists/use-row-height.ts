import { useMediaQuery } from '../ui/use-media-query.ts';

/** The height of a row of a grid in pixels: fingers need more of it, whatever was chosen. */
export function useRowHeight(density: 'comfortable' | 'compact' = 'comfortable'): number {
  if (useMediaQuery('(pointer: coarse)')) return 44;
  return density === 'compact' ? 32 : 36;
}
