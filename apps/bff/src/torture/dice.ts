import { createRandom } from '../demo/demo-random.ts';

/** Every chance of a history; the same seed throws the same dice. */
export type Dice = {
  /** True with this probability, 0 to 1. */
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** One of these, each as likely as the others. */
  pick<T>(from: readonly T[]): T;
  /** One of the names, as likely as its weight. */
  weigh<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** 32 hexadecimal digits. */
  hex(): string;
};

/** Dice that start at `seed`. */
export function createDice(seed: number): Dice {
  const random = createRandom(seed);
  const whole = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[whole(0, from.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  };
  return {
    chance: (probability) => random() < probability,
    whole,
    pick,
    weigh: <Name extends string>(weights: Readonly<Record<Name, number>>): Name => {
      const names = Object.keys(weights) as Name[];
      const total = names.reduce((sum, name) => sum + weights[name], 0);
      let left = random() * total;
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return pick(names);
    },
    hex: () => Array.from({ length: 32 }, () => whole(0, 15).toString(16)).join(''),
  };
}
