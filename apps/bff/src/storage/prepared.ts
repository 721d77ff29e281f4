import type pg from 'pg';

/** Far more than we have; whoever writes texts that never repeat must not fill the server with them. */
const MOST = 400;

const names = new Map<string, string>();

/**
 * Lets a connection prepare each statement that is written as a text with values, the first time it
 * runs one: PostgreSQL reads and analyzes it once instead of every time. What is composed for its
 * occasion, and given as an object, is not touched.
 */
export function prepareStatements(client: pg.ClientBase): void {
  const { query } = client;
  const prepared = (...given: readonly unknown[]): unknown => {
    const [text, values, ...rest] = given;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : null;
    const passed = name === null ? given : [{ name, text, values }, ...rest];
    return Reflect.apply(query, client, passed);
  };
  Object.assign(client, { query: prepared });
}

/** The same name for the same text on every connection; null once there are too many. */
function nameOf(text: string): string | null {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return null;
  const name = `desk_${names.size + 1}`;
  names.set(text, name);
  return name;
}
