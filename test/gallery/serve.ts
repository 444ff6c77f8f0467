import react from '@vitejs/plugin-react'
import { createServer } from 'vite'

/** Serves every state of every screen: `npx tsx test/gallery/serve.ts [port]`. */
const server = await createServer({
  configFile: false,
  root: import.meta.dirname,
  plugins: [react()],
  server: { port: Number(process.argv[2] ?? 5180), fs: { allow: ['../..'] } },
})
await server.listen()
server.printUrls()
