import { between, pick, type Random } from './demo-random.ts';

/** What somebody bought. `amount` in minor units; `note` is what the shop's UserData can carry. */
export type DemoOrder = {
  readonly amount: number;
  readonly orderDesc: string;
  readonly note: string;
};

const LOWEST = 4_90;
const HIGHEST = 1_890_00;

/** In the four languages of Swiss shops. UserData takes ASCII only, so these do without accents. */
const goods = [
  'Wanderschuhe Gr. 42',
  'Kaffeebohnen 1 kg',
  'Fondue-Set',
  'Skihelm matt',
  'Taschenmesser',
  'Kinderbuch',
  'Regenjacke S',
  'Velolicht hinten',
  'Raclette-Ofen',
  'Trois livres de poche',
  'Montre automatique',
  'Chocolat noir',
  'Sac en cuir',
  'Theiere en fonte',
  'Bougies parfumees',
  'Zaino da montagna',
  'Olio d oliva 3 l',
  'Lampada da tavolo',
  'Tazza da caffe',
  'Wool blanket',
  'Headphones',
  'Gift card',
] as const;

/** An order of a Swiss online shop: many small ones, a few large ones, prices that end in 0 or 5. */
export function drawOrder(random: Random): DemoOrder {
  const price = LOWEST * (HIGHEST / LOWEST) ** random();
  const amount = Math.min(HIGHEST, Math.max(LOWEST, Math.round(price / 5) * 5));
  const pieces = Math.floor(between(random, 1, 4));
  const item = pick(random, goods);
  const note = pieces === 1 ? item : `${pieces} x ${item}`;
  return { amount, orderDesc: note, note };
}
