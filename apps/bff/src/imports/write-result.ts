import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { BYTE_ORDER_MARK, writeRow } from '../tables/write-row.ts';
import { ownImport } from './get-import.ts';
import { type ListedLine, selectLines } from './import-line-store.ts';
import { resultWords } from './result-words.ts';

const AT_ONCE = 2000;

/**
 * Every line of an import with what became of it, as a CSV file for spreadsheets.
 * @throws TRPCError NOT_FOUND.
 */
export async function writeResult(
  deps: Deps,
  memberships: readonly Membership[],
  importId: string,
  language: keyof typeof resultWords,
): Promise<{ readonly fileName: string; readonly text: AsyncIterable<string> }> {
  const found = await ownImport(deps, memberships, importId);
  const words = resultWords[language];
  const row = (line: ListedLine): string =>
    writeRow([
      line.line,
      line.payId,
      line.transId,
      words[line.state],
      line.field,
      line.problem,
      ...[line.authorized, line.captured, line.refunded].map((minor) =>
        minor === null ? null : { minor },
      ),
      line.raw,
    ]);
  async function* write(): AsyncGenerator<string> {
    yield `${BYTE_ORDER_MARK}${writeRow(words.headings)}`;
    for (let after = 0; ; ) {
      const wish = { after, limit: AT_ONCE, states: null };
      const lines = await selectLines(deps.database.read, found, wish);
      yield lines.map(row).join('');
      const last = lines.at(-1);
      if (last === undefined || lines.length < AT_ONCE) return;
      after = last.line;
    }
  }
  return { fileName: `import_${found.id}.csv`, text: write() };
}
