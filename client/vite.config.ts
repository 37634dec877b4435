import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const SERVER = 'http://localhost:3000';

/** The socket speaks WebSocket alone (connection/socket-line.ts): other transports would be dead weight in every first load. */
const webSocketAlone: Plugin = {
  name: 'websocket-alone',
  enforce: 'pre',
  resolveId: (source, importer = '') => {
    const isOther = /\/(polling-xhr|webtransport)\b/.test(source);
    return isOther && importer.includes('engine.io-client') ? '\0no-transport' : null;
  },
  load: (id) => (id === '\0no-transport' ? 'export const XHR = undefined, WT = undefined;' : null),
};

export default defineConfig({
  plugins: [react(), webSocketAlone],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // Nothing inline: the page is served under a Content-Security-Policy without 'unsafe-inline' or data: scripts.
    assetsInlineLimit: 0,
    // For scripts/size.mjs, in a folder whose name begins with a dot: the server gives none of those away.
    manifest: true,
    // What three screens share comes in one piece: a dozen slivers of 200 bytes weigh more than what one needs less.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'icons', test: /lucide-react/, minShareCount: 3 },
            { name: 'kit', test: /[\\/]client[\\/](ui|parts|settings|shell)[\\/]/, minShareCount: 3 },
          ],
        },
      },
    },
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: {
      '/api': { target: SERVER, changeOrigin: true },
      '/socket.io': { target: SERVER, ws: true, changeOrigin: true },
    },
  },
});
