/** Laid out as CSS grids, table elements lose their meaning in some browsers; these give it back. */
export const gridRoles = {
  grid: { role: 'grid' },
  selectable: { role: 'grid', 'aria-multiselectable': true },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
} as const;
