/** For the container: ends with 0 when this process and its database answer, with 1 otherwise. */
const port = process.env.PORT || '3000';

try {
  const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: AbortSignal.timeout(3_500) });
  process.exit(response.ok ? 0 : 1);
} catch {
  process.exit(1);
}
