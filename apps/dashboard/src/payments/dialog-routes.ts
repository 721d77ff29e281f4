/** The address of each money dialog. */
export const dialogRoutes = {
  capture: '/payments/$paymentId/capture',
  reverse: '/payments/$paymentId/reverse',
  credit: '/payments/$paymentId/refund',
} as const;

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page before this one opened it: closing goes back there, to the row or button it came from. */
    canReturn?: boolean;
  }
}
