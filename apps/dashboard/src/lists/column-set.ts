/** The columns a list can have: all of them, and the usual ones, of which the first always stands first. */
export type ColumnSet<Name extends string> = {
  readonly names: readonly Name[];
  readonly usual: readonly [Name, ...Name[]];
};

/** Reads stored columns; `gone` are those that exist no more. */
export function readColumns<Name extends string>(
  { names, usual: [first] }: ColumnSet<Name>,
  stored: readonly string[],
): { readonly columns: readonly Name[]; readonly gone: readonly string[] } {
  const known = stored.flatMap((name) => names.find((column) => column === name) ?? []);
  return {
    columns: [first, ...known.filter((name) => name !== first)],
    gone: stored.filter((name) => !names.some((column) => column === name)),
  };
}

/** The columns with one of them moved up (-1) or down (1); the first keeps its place. */
export function moveColumn<Name extends string>(
  columns: readonly Name[],
  name: Name,
  by: -1 | 1,
): readonly Name[] {
  const from = columns.indexOf(name);
  const to = from + by;
  if (from < 1 || to < 1 || to >= columns.length) return columns;
  return columns.toSpliced(from, 1).toSpliced(to, 0, name);
}
