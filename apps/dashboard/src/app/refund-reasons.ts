/** Why money goes back to a customer, as people choose it and as reports count it. */
export const refundReasons = [
  'return',
  'order-cancelled',
  'price-correction',
  'duplicate',
  'goodwill',
  'fraud',
  'other',
] as const;
