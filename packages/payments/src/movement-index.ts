import { type MatchKey, type Movement, matchKeys, type StatementLine } from './settlement.ts';

/** Movements by every name a statement may call them; each can be taken once. */
export type MovementIndex = ReturnType<typeof indexMovements>;

export type Found = { readonly by: MatchKey; readonly movements: readonly Movement[] };

export function indexMovements(movements: readonly Movement[], spoken: ReadonlySet<string>) {
  const byName = new Map<string, Movement[]>();
  const taken = new Set(spoken);
  const add = (key: MatchKey, name: string | null, movement: Movement) => {
    if (name === null || name === '') return;
    const list = byName.get(`${key} ${name}`) ?? [];
    list.push(movement);
    byName.set(`${key} ${name}`, list);
  };
  for (const movement of movements) {
    add('payId', movement.payId, movement);
    for (const xid of new Set(movement.xids)) add('xid', xid, movement);
    add('transId', movement.transId, movement);
    add('refNr', movement.refNr, movement);
  }

  /** Every movement a line may be about, by the surest name first, whether taken or not. */
  function named(line: StatementLine): readonly Found[] {
    return matchKeys.flatMap((by) => {
      const list = byName.get(`${by} ${line[by] ?? ''}`);
      return list === undefined ? [] : [{ by, movements: list }];
    });
  }

  const isFree = (movement: Movement) => !taken.has(movement.id) && !movement.isSettled;

  return {
    named,
    /** The same without what was taken or stands in another statement. */
    free: (line: StatementLine): readonly Found[] =>
      named(line)
        .map(({ by, movements: list }) => ({ by, movements: list.filter(isFree) }))
        .filter(({ movements: list }) => list.length > 0),
    take: (list: readonly Movement[]): void => {
      for (const { id } of list) taken.add(id);
    },
    /** What no line has taken, in the order given. */
    rest: (): readonly Movement[] => movements.filter(isFree),
  };
}
