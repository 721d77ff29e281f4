/** Each set filter under its name, the search text first, as a printed list says them. */
export function filtersInWords<Name extends string>(
  search: string | undefined,
  text: Readonly<Record<Name, string | null>>,
  nameOf: (name: NoInfer<Name> | 'search') => string,
): readonly string[] {
  const names = Object.keys(text) as Name[];
  const filters = names.flatMap((name) =>
    text[name] === null ? [] : [`${nameOf(name)}: ${text[name]}`],
  );
  return search === undefined ? filters : [`${nameOf('search')}: ${search}`, ...filters];
}
