/** The columns with one set to another column, or to none. */
export function withColumn<Field extends string>(
  columns: Readonly<Partial<Record<Field, string>>>,
  field: Field,
  ref: string,
): Partial<Record<Field, string>> {
  const rest = { ...columns };
  delete rest[field];
  return ref === '' ? rest : { ...rest, [field]: ref };
}
