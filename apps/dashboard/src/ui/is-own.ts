/** Whether `key` is one of the names written down in `known`, and not one that every object inherits. */
export function isOwn<T extends object>(known: T, key: string): key is keyof T & string {
  return Object.hasOwn(known, key);
}
