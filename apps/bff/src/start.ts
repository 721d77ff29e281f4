import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What Node makes of our sources is kept beside them: later starts neither strip nor compile them
// again, nor hold in memory what does. Not where Node puts it by itself, a folder others may write to.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/paygate-desk'));
await import('./run-desk.ts');
