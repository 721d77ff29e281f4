const running = new Set<string>();

/**
 * Operations that this process is carrying out at this moment: the resolver leaves them alone, so
 * that a demo clock that jumps neither cancels nor judges what is on its way. A hint for this process
 * only; for another one, and after a crash, the waiting times of the protocol do the same.
 */
export const inFlight = {
  has: (operationId: string): boolean => running.has(operationId),
  during: async (operationId: string, work: () => Promise<void>): Promise<void> => {
    running.add(operationId);
    try {
      await work();
    } finally {
      running.delete(operationId);
    }
  },
};
