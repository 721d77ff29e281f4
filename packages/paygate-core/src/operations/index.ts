export {
  answerEchoes,
  type OpenedAnswer,
  openAnswer,
  type Read,
  type StepAnswer,
} from './answer.ts';
export {
  buildCaptureRequest,
  type CaptureFields,
  capturePath,
  captureRequest,
  captureResponse,
  captureStatuses,
  parseCaptureResponse,
} from './capture.ts';
export type { Credentials } from './credentials.ts';
export {
  buildCreditRequest,
  creditPath,
  creditRequest,
  creditResponse,
  creditStatuses,
  parseCreditResponse,
} from './credit.ts';
export {
  buildInquireRequest,
  type InquireAnswer,
  inquirePath,
  inquireRequest,
  inquireResponse,
  inquireStatuses,
  parseInquireResponse,
} from './inquire.ts';
export {
  buildInquire24Request,
  inquire24Path,
  inquire24Request,
  inquire24Response,
  parseInquire24Response,
} from './inquire24.ts';
export {
  buildRefNrChangeRequest,
  echoesRefNrChange,
  parseRefNrChangeResponse,
  type RefNrChangeAnswer,
  refNrChangePath,
  refNrChangeRequest,
  refNrChangeResponse,
  refNrChangeStatuses,
} from './ref-nr-change.ts';
export { type BrokenRule, readFields, requestBody } from './request.ts';
export {
  buildReverseRequest,
  parseReverseResponse,
  reversePath,
  reverseRequest,
  reverseResponse,
  reverseStatuses,
} from './reverse.ts';
export type { StepFields } from './step-request.ts';
export {
  buildTwintRequest,
  type PageLanguage,
  pageLanguages,
  paymentUrl,
  type TwintFields,
  twintPath,
  twintRequest,
  twintRequestSchema,
  twintResponse,
  twintStatuses,
} from './twint.ts';
