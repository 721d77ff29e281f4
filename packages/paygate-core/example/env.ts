const { BLOWFISH_KEY, GATEWAY_URL, HMAC_KEY, MERCHANT_ID, PORT, SHOP_URL } = process.env;

/** What the shop needs to know; the defaults are those of the demonstration on this machine. */
export const settings = {
  gatewayUrl: GATEWAY_URL ?? 'http://localhost:4000',
  merchantId: MERCHANT_ID ?? 'desk_demo',
  blowfishKey: BLOWFISH_KEY ?? 'bf-demo-key-0001',
  hmacKey: HMAC_KEY ?? 'hmac-demo-key-0123456789abcdef01',
  port: Number(PORT ?? 4010),
  /** How the gateway reaches this shop: https on port 443, except on one's own machine. */
  shopUrl: SHOP_URL ?? `http://localhost:${PORT ?? 4010}`,
};
