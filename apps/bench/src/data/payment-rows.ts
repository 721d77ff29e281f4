/**
 * Payments `$1` to `$2` of `$3`, spread over two years that end now (`$4`, and `$5` in ms), numbered by `n`. The
 * numbers alone decide everything, so that the same call makes the same payments. All is computed
 * from `n` by hashing: `u` says what became of the payment, the other draws fill it; `age` is in ms. Floats, not
 * numerics: a power of numerics alone took twice as long as all the rest.
 *
 * Connections: 70 % demo, 20 % demo-sale, 2 % demo-test, 8 % of another merchant.
 */
const drawnPayments = `
  SELECT n, id, created_at, merchant_id, connection_id, slug, fate, amount, part, v, h
  FROM (
    SELECT drawn.*, c.merchant_id, c.id AS connection_id, c.mode,
      CASE
        WHEN age < 1200000 AND u < 400 THEN 'awaiting'
        WHEN u < 30 THEN 'failed'
        WHEN u < 50 THEN 'abandoned'
        WHEN c.mode = 'deferred' AND age < 604800000 THEN
          CASE WHEN u < 700 - least(650, age / 864000) THEN 'authorized'
               WHEN u < 730 THEN 'part_captured'
               WHEN u >= 998 AND v < 2000 THEN 'unknown'
               ELSE 'captured' END
        WHEN c.mode = 'deferred' AND u < 80 THEN 'reversed'
        WHEN c.mode = 'deferred' AND u < 85 THEN CASE WHEN v < 40 THEN 'authorized' ELSE 'lapsed' END
        WHEN u < 130 THEN 'refunded'
        WHEN u < 165 THEN 'part_refunded'
        WHEN c.mode = 'deferred' AND u < 230 THEN 'captured_less'
        ELSE 'captured'
      END AS fate
    FROM (
      SELECT n, v, h, u, age, $4::timestamptz - age * interval '1 millisecond' AS created_at,
        ('0' || to_hex($5::bigint - age) || '7' || substr(h, 1, 3) || 'b' || substr(h, 4, 15))::uuid AS id,
        CASE WHEN v < 3000 THEN (ARRAY[990, 1990, 2490, 2990, 4900, 4990, 7990, 9900, 14990, 19900])[1 + v % 10]
             ELSE greatest(1, round(490 * power(385.7::float8, w) / 5)::bigint) * 5 END AS amount,
        0.2::float8 + 0.6::float8 * ((v * 7) % 1000) / 1000 AS part,
        CASE WHEN s < 70 THEN 'demo' WHEN s < 90 THEN 'demo-sale' WHEN s < 92 THEN 'demo-test'
             ELSE 'other' END AS slug
      FROM (
        SELECT n::bigint AS n,
          md5('payment' || n) AS h,
          ((hashint8extended(n, 1) & 1048575) % 1000)::int AS u,
          ((hashint8extended(n, 2) & 1048575) % 10000)::int AS v,
          (hashint8extended(n, 3) & 1048575) / 1048576::float8 AS w,
          ((hashint8extended(n, 4) & 1048575) % 100)::int AS s,
          floor(63072000000 * (($3::float8 - n) / $3::float8))::bigint AS age
        FROM generate_series($1::bigint, $2::bigint) n OFFSET 0
      ) numbers OFFSET 0
    ) drawn
    JOIN gateway_connections c ON c.slug = drawn.slug OFFSET 0
  ) fated`;

/**
 * The insert of these payments; it answers the count and the sums per merchant and status
 * as they were made. `OFFSET 0` keeps the planner from computing the same draw again and again.
 */
export const insertPayments = `
  WITH made AS (
    INSERT INTO payments (id, merchant_id, connection_id, pay_id, trans_id, ref_nr, order_desc, source,
      lifecycle, status, requested_amount, authorized, captured, refunded, reversed, closed, open_state,
      authorized_at, capture_by, refund_until, capture_due, refund_due, twint_order_id, search,
      noted, created_at, updated_at)
    SELECT id, merchant_id, connection_id,
      CASE WHEN fate = 'awaiting' THEN NULL ELSE md5('pay' || n) END,
      trans_id, ref_nr, order_desc,
      CASE WHEN v % 100 < 93 THEN 'shop' WHEN v % 100 < 98 THEN 'desk' ELSE 'imported' END,
      CASE fate WHEN 'awaiting' THEN 'awaiting' WHEN 'failed' THEN 'failed' WHEN 'abandoned' THEN 'expired'
        ELSE 'authorized' END,
      CASE fate WHEN 'abandoned' THEN 'expired' WHEN 'lapsed' THEN 'expired' WHEN 'captured_less' THEN 'captured'
        ELSE fate END,
      amount, a, c, r, CASE fate WHEN 'reversed' THEN a ELSE 0 END, x,
      CASE fate WHEN 'unknown' THEN 'unknown' END,
      CASE WHEN a > 0 THEN created_at END,
      CASE WHEN a > 0 THEN created_at + interval '168 hours' END,
      CASE WHEN a > 0 THEN created_at + refund_window END,
      CASE WHEN fate IN ('authorized', 'part_captured', 'unknown') THEN created_at + interval '168 hours'
        ELSE 'infinity' END,
      CASE WHEN c > r THEN created_at + refund_window ELSE 'infinity' END,
      CASE WHEN a > 0 THEN reverse(h)::uuid::text END,
      lower(trans_id || ' ' || coalesce(ref_nr, '') || ' ' || order_desc),
      (hashint8extended(n, 9) & 8191) < 25, created_at, $4::timestamptz
    FROM (
      SELECT steps.*,
        CASE fate WHEN 'refunded' THEN c WHEN 'part_refunded' THEN greatest(1, round(c * part)::bigint) ELSE 0 END AS r,
        CASE fate WHEN 'captured_less' THEN a - c WHEN 'lapsed' THEN a ELSE 0 END AS x,
        'web_' || lpad(n::text, 9, '0') AS trans_id,
        CASE WHEN v % 50 = 0 THEN NULL ELSE 'A-' || (100000 + n) END AS ref_nr,
        (ARRAY['Wanderschuhe Gr. 42', 'Kaffeebohnen 1 kg', 'Fondue-Set', 'Skihelm matt', 'Taschenmesser',
          'Kinderbuch', 'Regenjacke S', 'Velolicht hinten', 'Raclette-Ofen', 'Trois livres de poche',
          'Montre automatique', 'Chocolat noir', 'Sac en cuir', 'Zaino da montagna', 'Olio d oliva 3 l',
          'Lampada da tavolo', 'Tazza da caffe', 'Wool blanket', 'Headphones', 'Gift card'])[1 + v % 20]
          || ' / Kunde ' || substr(h, 20, 6) AS order_desc,
        CASE slug WHEN 'demo-test' THEN interval '7 days' ELSE interval '180 days' END AS refund_window
      FROM (
        SELECT rows.*,
          CASE WHEN fate IN ('awaiting', 'failed', 'abandoned') THEN 0 ELSE amount END AS a,
          CASE WHEN fate IN ('captured', 'refunded', 'part_refunded') THEN amount
               WHEN fate IN ('part_captured', 'captured_less') THEN greatest(1, round(amount * part)::bigint)
               ELSE 0 END AS c
        FROM (${drawnPayments}) rows OFFSET 0
      ) steps OFFSET 0
    ) whole
    RETURNING merchant_id, status, currency, authorized, captured, refunded, reversed, closed
  )
  SELECT merchant_id AS "merchantId", status, currency, count(*)::bigint AS count,
    sum(authorized)::bigint AS authorized, sum(captured)::bigint AS captured,
    sum(refunded)::bigint AS refunded,
    sum(authorized - captured - reversed - closed)::bigint AS remaining
  FROM made GROUP BY 1, 2, 3`;
