/**
 * Whoever asks for the same while it is being looked up gets that answer: a flood costs the database
 * one statement at a time instead of one for each message. Nothing is kept once it is answered.
 */
export function shareLookUp<T>(lookUp: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return (key) => {
    const known = running.get(key);
    if (known !== undefined) return known;
    const asked = lookUp(key).finally(() => running.delete(key));
    running.set(key, asked);
    return asked;
  };
}
