import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';

/** Turns "which rule does each field break" into a resolver; the rule's name becomes the error's type. */
export function rulesResolver<Fields extends FieldValues>(
  problemsOf: (fields: Fields) => Partial<Record<keyof Fields, string>>,
): Resolver<Fields> {
  return (values) => {
    const problems = Object.entries(problemsOf(values));
    if (problems.length === 0) return { values, errors: {} };
    const errors = Object.fromEntries(problems.map(([field, type]) => [field, { type }]));
    return { values: {}, errors: errors as FieldErrors<Fields> };
  };
}
