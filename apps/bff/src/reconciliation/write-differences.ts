import type { Lane } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import { showInstant } from '../exports/show.ts';
import type { Membership } from '../sessions/person.ts';
import { BYTE_ORDER_MARK, writeRow } from '../tables/write-row.ts';
import { differenceWords } from './difference-words.ts';
import { ownStatement } from './get-statement.ts';
import { type ListedItem, selectItems } from './item-store.ts';

const AT_ONCE = 2000;
const DIFFERENCES: readonly Lane[] = ['differs', 'only-ours', 'only-theirs'];

/**
 * Everything of a statement that does not agree, as a CSV file for spreadsheets. Amounts of what was
 * given back are negative.
 * @throws TRPCError NOT_FOUND.
 */
export async function writeDifferences(
  deps: Deps,
  memberships: readonly Membership[],
  statementId: string,
  language: keyof typeof differenceWords,
): Promise<{ readonly fileName: string; readonly text: AsyncIterable<string> }> {
  const found = await ownStatement(deps, memberships, statementId);
  const words = differenceWords[language];
  const row = (item: ListedItem): string =>
    writeRow([
      words.lanes[item.lane],
      item.cause === null ? '' : words.causes[item.cause],
      item.line,
      item.orderNr ?? item.name,
      item.at === null ? '' : showInstant(item.at),
      { minor: item.theirs },
      { minor: item.ours },
      { minor: item.theirs - item.ours },
      item.fee === null ? null : { minor: item.fee },
      item.acceptedBy,
      item.note,
      item.raw,
    ]);
  async function* write(): AsyncGenerator<string> {
    yield `${BYTE_ORDER_MARK}${writeRow(words.headings)}`;
    for (let after = 0; ; ) {
      const wish = { lanes: DIFFERENCES, after, limit: AT_ONCE };
      const items = await selectItems(deps.database.read, found, wish);
      yield items.map(row).join('');
      const last = items.at(-1);
      if (last === undefined || items.length < AT_ONCE) return;
      after = last.number;
    }
  }
  return { fileName: `differences_${found.id}.csv`, text: write() };
}
