import { defineConfig } from 'vitest/config';

export default defineConfig({
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 900 },
  server: { proxy: { '/api': process.env.COMMONGROUND_URL ?? 'http://localhost:8080' } },
  test: { include: ['test/**/*.test.ts'] },
});
