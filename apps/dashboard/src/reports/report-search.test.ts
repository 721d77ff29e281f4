import { describe, expect, it } from 'vitest';
import { readReportSearch } from './report-search.ts';

const now = Date.parse('2026-11-25T10:00:00Z');

describe('the address of a report', () => {
  it('is this month by days when it says nothing', () => {
    expect(readReportSearch({}, now)).toEqual({
      search: { from: '2026-11-01', to: '2026-11-25', unit: 'day', day: 'calendar' },
      problems: [],
    });
  });

  it('keeps what can be read and names the rest', () => {
    const raw = {
      from: '2026-02-30',
      to: '2026-11-03',
      unit: 'year',
      day: 'twint',
      connection: 'demo',
    };

    expect(readReportSearch(raw, now)).toEqual({
      search: {
        from: '2026-11-03',
        to: '2026-11-03',
        unit: 'day',
        day: 'twint',
        connection: 'demo',
      },
      problems: [
        { field: 'from', value: '2026-02-30' },
        { field: 'unit', value: 'year' },
      ],
    });
  });

  it('drops an end before the start', () => {
    const { search, problems } = readReportSearch({ from: '2026-11-20', to: '2026-11-01' }, now);

    expect(search).toMatchObject({ from: '2026-11-20', to: '2026-11-25' });
    expect(problems).toEqual([{ field: 'to', value: '2026-11-01' }]);
  });
});
