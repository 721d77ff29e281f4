import type { BatchSettingsInput, BatchSettingsView } from './batch.ts';

/** The settings as they stand in the form. */
export type SettingsTyped = Omit<
  BatchSettingsInput,
  'connection' | 'groupMerchantId' | 'answerHours'
> & {
  readonly group: string;
  readonly hours: string;
};

type Problem = 'versionWrong' | 'groupNeeded' | 'groupNeedless' | 'answerHoursWrong';
export type SettingsProblems = Partial<Record<'version' | 'group' | 'hours', Problem>>;

export function typedOf(settings: BatchSettingsView): SettingsTyped {
  const { version, nameOrder, dateFormat, count, reversals } = settings;
  const group = settings.groupMerchantId ?? '';
  return {
    version,
    nameOrder,
    dateFormat,
    count,
    reversals,
    group,
    hours: String(settings.answerHours),
  };
}

/** What is wrong with a field, as the key of its words; the server asks the same again. */
export function problemsOf({ version, group, hours }: SettingsTyped): SettingsProblems {
  const problems: SettingsProblems = {};
  const isGroup = /^2\.[1-9]$/.test(version.trim());
  const isSingle = /^1\.[1-9]$/.test(version.trim());
  if (!isGroup && !isSingle) problems.version = 'versionWrong';
  if (isGroup && group.trim() === '') problems.group = 'groupNeeded';
  if (isSingle && group.trim() !== '') problems.group = 'groupNeedless';
  const isWhole = /^\d{1,3}$/.test(hours.trim());
  if (!isWhole || Number(hours) < 1 || Number(hours) > 168) problems.hours = 'answerHoursWrong';
  return problems;
}

/** What is sent; `typed` has no problems. */
export function toSettings(typed: SettingsTyped): Omit<BatchSettingsInput, 'connection'> {
  const { group, hours, version, ...rest } = typed;
  return {
    ...rest,
    version: version.trim(),
    groupMerchantId: group.trim() === '' ? null : group.trim(),
    answerHours: Number(hours),
  };
}
