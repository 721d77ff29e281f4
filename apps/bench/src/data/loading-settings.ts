import { totalmem } from 'node:os';

const MB = 1024 ** 2;

/**
 * How PostgreSQL runs while a folder is filled, which nobody needs should the machine stop: nothing is
 * logged that a copy could be kept by, and nothing is written twice. Of one run: the product starts the
 * cluster with its own settings.
 */
export function loadingSettings(): readonly string[] {
  return [
    'wal_level=minimal',
    'max_wal_senders=0',
    'full_page_writes=off',
    'max_wal_size=64GB',
    'checkpoint_timeout=1d',
    'autovacuum=off',
    `shared_buffers=${Math.floor(totalmem() / 6 / MB)}MB`,
  ];
}
