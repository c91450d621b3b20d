export type { Answer, Completion, Malformed, Sentence, Shortfall, Valid, Warning, WrongCheck } from './answer.ts';
export {
  type CcsCode,
  checkCcsCode,
  checkIcsCode,
  checkStageCode,
  type IcsCode,
  type StageCode,
} from './classification.ts';
export { type CreditCode, checkCreditCode, completeCreditCode, organizationCheck } from './credit-code.ts';
export { explainCreditCode, type RegionNames } from './explain-credit-code.ts';
export { checkGtin, completeGtin, explainGtin, type Gtin } from './gtin.ts';
export { checkPlanNumber, explainPlanNumber, type PlanNumber } from './plan-number.ts';
export { type BodyReference, checkBodyReference, checkNotification, type Notification } from './reference.ts';
