export {
  explanationKeys,
  type MeaningKey,
  meaningKeys,
  type NextStepKey,
  nextStepKeys,
} from './explanation-keys.ts';
export { type CodeClass, classifyAnswer, type ParsedCode, parseCode } from './response-code.ts';
