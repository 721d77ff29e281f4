import type { MeaningKey, NextStepKey } from './explanation-keys.ts';
import { detailOf, moduleOf, parameterMeaningOf, parameterOf } from './response-details.ts';

/** By the first digit: 0 ok · 2 failed · 4 fatal · 6 and 7 pending. */
export type CodeClass = 'ok' | 'failed' | 'fatal' | 'pending' | 'other';

/** An eight-character code taken apart. `meaning` and `next` are catalog keys; null = show it raw. */
export type ParsedCode = {
  readonly class: CodeClass;
  readonly module: string;
  readonly detail: string;
  /** `parameter`, `cryptography` … or null for a module without a documented name. */
  readonly moduleName: string | null;
  /** The parameter at fault, for modules 010 to 019. */
  readonly parameter?: string;
  /** A definite no: nothing was booked and nothing will be. */
  readonly finalRefusal: boolean;
  /** The order or authorization ran out: details 1951 and 1955, or module 018. */
  readonly expired: boolean;
  readonly meaning: MeaningKey | null;
  readonly next: NextStepKey | null;
};

/**
 * Takes a code apart: one digit of status, three of module, four of detail, in which letters occur
 * although it is typed as numeric. Anything else is class `other` without an explanation.
 */
export function parseCode(code: string): ParsedCode {
  if (!/^[0-9A-Z]{8}$/.test(code)) return { ...unexplained, class: 'other' };

  const codeClass = classes[code.charAt(0)] ?? 'other';
  const module = code.slice(1, 4);
  const detail = code.slice(4);
  const parameter = parameterMeaningOf.has(module) ? parameterOf.get(detail) : undefined;
  const failed = codeClass === 'failed' || codeClass === 'fatal';
  const isFinal = parameter !== undefined || detailOf.get(detail)?.retry === 'no';

  return {
    class: codeClass,
    module,
    detail,
    moduleName: moduleOf.get(module) ?? null,
    ...(parameter === undefined ? {} : { parameter }),
    finalRefusal: failed && isFinal,
    expired: failed && (module === '018' || detail === '1951' || detail === '1955'),
    ...explain(code, codeClass, module, detail),
  };
}

/**
 * What an answer to a money request proves. Only a clean success or a clean, final refusal counts;
 * everything else leaves the outcome unknown until an inquiry tells.
 *
 * `allowedStatuses` are the statuses that mean success for this action; `echoOk` says that merchant
 * id, PayID and TransID came back as sent and no name came twice.
 */
export function classifyAnswer({
  code,
  status,
  allowedStatuses,
  echoOk,
}: {
  readonly code: string;
  readonly status: string;
  readonly allowedStatuses: readonly string[];
  readonly echoOk: boolean;
}): 'success' | 'decline' | 'unknown' {
  if (!echoOk) return 'unknown';
  if (code === '00000000' && allowedStatuses.includes(status)) return 'success';
  if (status === 'FAILED' && parseCode(code).finalRefusal) return 'decline';

  return 'unknown';
}

type Explanation = Pick<ParsedCode, 'meaning' | 'next'>;

const classes: Readonly<Record<string, CodeClass>> = {
  '0': 'ok',
  '2': 'failed',
  '4': 'fatal',
  '6': 'pending',
  '7': 'pending',
};

const unexplained = {
  module: '',
  detail: '',
  moduleName: null,
  finalRefusal: false,
  expired: false,
  meaning: null,
  next: null,
} as const;

function explain(code: string, codeClass: CodeClass, module: string, detail: string): Explanation {
  if (code === '00000000') return { meaning: 'success', next: 'nothing-to-do' };
  if (codeClass === 'pending') return { meaning: 'not-finished', next: 'wait-then-check' };
  if (codeClass === 'ok' || codeClass === 'other') return { meaning: null, next: null };

  return explainParameter(module, detail) ?? explainDetail(module, detail);
}

function explainParameter(module: string, detail: string): Explanation | null {
  const meaning = parameterMeaningOf.get(module);
  if (meaning === undefined) return null;
  const parameter = parameterOf.get(detail);
  if (parameter === undefined && !(module === '018' && detail === '0000')) return null;
  // A rejected MAC nearly always means that the HMAC key of the connection is wrong.
  if (parameter === 'MAC') return { meaning: 'mac-rejected', next: 'check-connection' };
  if (module === '018') return { meaning, next: 'ask-for-new-payment' };
  // A request id that was used before: what the first request did is for an inquiry to tell.
  if (module === '017') return { meaning, next: 'check-outcome' };

  return { meaning, next: 'report-to-admin' };
}

function explainDetail(module: string, detail: string): Explanation {
  if (module === '001') return { meaning: 'message-unreadable', next: 'check-connection' };
  const known = detailOf.get(detail);

  return { meaning: known?.meaning ?? null, next: known?.next ?? null };
}
