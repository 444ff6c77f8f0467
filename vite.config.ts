import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { completePackageRoot } from './.ci/packageRoot.ts'

// A zone off the whole hour, on the other side of the date line from most servers, shows date mistakes at once.
if (process.env['VITEST'] !== undefined) process.env['TZ'] = 'Australia/Lord_Howe'

/** Completes dist/ to a package root: manifest and translations beside the built assets, nothing stale. */
const packageRoot = {
  name: 'package-root',
  apply: 'build' as const,
  writeBundle({ dir }: { dir?: string }) {
    if (dir === resolve('dist/assets')) completePackageRoot('dist')
  },
}

/** Where `.ci/run` wants the results as JSON, to count them. */
const results = process.env['VITEST_JSON'] && resolve(process.env['VITEST_JSON'])

export default defineConfig({
  root: 'src',
  base: './',
  cacheDir: '../node_modules/.vite',
  publicDir: '../assets',
  plugins: [react(), packageRoot],
  server: { port: 5173, strictPort: true, cors: true },
  build: {
    outDir: '../dist/assets',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    manifest: 'chunks.json',
    // Zendesk puts each version of the app under its own address, so names need no hash.
    rolldownOptions: {
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
        // One file of what both screens need: fewer requests, and text compresses better together.
        codeSplitting: { groups: [{ name: 'shared', test: /node_modules/, minShareCount: 2 }] },
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
  },
  test: {
    ...(results === undefined ? {} : { reporters: ['default', 'json'], outputFile: { json: results } }),
    projects: [
      {
        extends: true,
        root: import.meta.dirname,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.e2e.test.ts', '**/node_modules/**'],
          setupFiles: ['test/setup.ts'],
        },
      },
      {
        extends: true,
        root: import.meta.dirname,
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.test.ts'],
          exclude: ['**/node_modules/**'],
          setupFiles: ['test/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
