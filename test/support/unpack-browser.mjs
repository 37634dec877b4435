import chromiumFile from '@sparticuz/chromium';

/** Jest’s global set-up: once before its workers, for two that unpack one browser at a time start it half written. */
export default async function unpackBrowser() {
  if (process.platform === 'linux' && !process.env.CHROME_PATH) await chromiumFile.executablePath();
}
