/** A product that waits for answers of the gateway, and to believe that nothing happened, for seconds only. */
export const hurriedDesk = {
  DEMO_PAYMENTS: '0',
  GATEWAY_TIMEOUT_MS: '1500',
  QUIET_PERIOD_MS: '7000',
  CREDIT_QUIET_PERIOD_MS: '7000',
  RESOLVE_AT_MS: '3000,7500,9000,12000,20000',
};
