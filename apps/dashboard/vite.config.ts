import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serverUrl } from './env.ts';

const target = serverUrl();

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist/client', target: 'es2022', assetsInlineLimit: 0 },
  server: { proxy: { '/trpc': target, '/events': target } },
});
