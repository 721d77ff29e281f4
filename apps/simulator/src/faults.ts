import { randomUUID } from 'node:crypto';

/** The names of the control API. What each one does is written where it is taken. */
export const faultNames = [
  'drop-before-effect',
  'drop-after-effect',
  'slow-effect',
  'late-arrival',
  'truncated',
  'garbage',
  'html',
  'status-500',
  'redirect',
  'wrong-echo',
  'wrong-len',
  'duplicate-name',
  'plain-answer',
  'declined',
  'inquiry-stale',
  'inquiry-down',
  'notify-bad-mac',
  'notify-before-answer',
  'notify-duplicate',
  'notify-late',
  'notify-reordered',
  'notify-forged',
  'failure-replayed',
] as const;

export type FaultName = (typeof faultNames)[number];

export const faultEndpoints = [
  'twint',
  'capture',
  'reverse',
  'credit',
  'inquire',
  'inquire24',
  'refnrchange',
  'notify',
  'return',
] as const;

export type FaultEndpoint = (typeof faultEndpoints)[number];

export type FaultSpec = {
  readonly fault: FaultName;
  readonly endpoint: FaultEndpoint | null;
  readonly payId: string | null;
  readonly count: number;
  readonly delayMs: number | null;
  readonly code: string | null;
};

export type Fault = FaultSpec & { readonly id: string; readonly left: number };

/** The bad days that are switched on, oldest first. Kept in memory only: a restart clears them. */
export type FaultBox = {
  add(spec: FaultSpec): Fault;
  list(): readonly Fault[];
  /** Clears one fault, or all of them; tells whether there was anything to clear. */
  clear(id: string | null): boolean;
  /** Uses up one count of the oldest fault of these names that fits, if any. */
  take(names: readonly FaultName[], endpoint: FaultEndpoint, payId: string): Fault | null;
};

export function createFaultBox(): FaultBox {
  let faults: Fault[] = [];
  return {
    add(spec) {
      const fault = { ...spec, id: randomUUID(), left: spec.count };
      faults.push(fault);
      return fault;
    },
    list: () => faults,
    clear(id) {
      const before = faults.length;
      faults = id === null ? [] : faults.filter((fault) => fault.id !== id);
      return faults.length < before;
    },
    take(names, endpoint, payId) {
      const found = faults.find(
        (fault) => names.includes(fault.fault) && fits(fault, endpoint, payId),
      );
      if (found === undefined) return null;
      const used = { ...found, left: found.left - 1 };
      faults = faults.flatMap((fault) => {
        if (fault.id !== found.id) return [fault];
        return used.left > 0 ? [used] : [];
      });
      return used;
    },
  };
}

const moneyEndpoints: readonly FaultEndpoint[] = ['capture', 'reverse', 'credit'];
const inquiryEndpoints: readonly FaultEndpoint[] = ['inquire', 'inquire24'];

function fits(fault: Fault, endpoint: FaultEndpoint, payId: string): boolean {
  if (fault.payId !== null && fault.payId !== payId) return false;
  if (fault.endpoint === null) return usualEndpoints(fault.fault).includes(endpoint);
  if (fault.endpoint === 'inquire') return inquiryEndpoints.includes(endpoint);
  return fault.endpoint === endpoint;
}

/**
 * Where a fault strikes when it names no endpoint. Faults of an answer spare inquiries, so that a
 * merchant who inquires before capturing still meets the fault at the capture.
 */
function usualEndpoints(fault: FaultName): readonly FaultEndpoint[] {
  if (fault.startsWith('inquiry-')) return inquiryEndpoints;
  if (fault === 'notify-before-answer') return [...moneyEndpoints, 'twint'];
  if (fault.startsWith('notify-')) return ['notify'];
  if (fault === 'failure-replayed') return ['return'];
  return moneyEndpoints;
}
