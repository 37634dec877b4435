import { describe, expect, it } from '@jest/globals';
import { ConfigFault, readConfig, withPort } from './config.js';

describe('the configuration', () => {
  it('[W1] needs nothing to start', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      databaseUrl: null,
      redisUrl: null,
      publicUrl: 'http://localhost:3000',
      origins: ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'],
      logLevel: 'info',
      trustProxyHops: 0,
      oidc: null,
      operatorKey: null,
      metricsToken: null,
    });
  });

  it('[W1] takes an empty variable for an absent one', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', REDIS_URL: '' })).toEqual(readConfig({}));
  });

  it('[W2] says every mistake at once, one sentence each', () => {
    const wrong = {
      PORT: '70000',
      HOST: 'two words',
      DATABASE_URL: 'mysql://h/d',
      DATABASE_POOL: '1',
      REDIS_URL: 'h:6379',
      PUBLIC_URL: 'https://forum.example.org/path',
      ORIGINS: 'https://a.example,b.example',
      LOG_LEVEL: 'loud',
      TRUST_PROXY: 'yes',
      OIDC_ISSUER: 'https://id.example',
      KURULTAI_OPERATOR_KEY: 'short',
      METRICS_TOKEN: 'short',
    };
    const sentences = faultsOf(wrong);

    for (const name of Object.keys(wrong).filter((name) => name !== 'OIDC_ISSUER')) {
      expect(sentences.filter((sentence) => sentence.startsWith(`${name} must`))).toHaveLength(1);
    }
    expect(sentences).toContain(
      'OIDC_CLIENT_ID is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.',
    );
    expect(sentences).toContain(
      'OIDC_CLIENT_SECRET is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.',
    );
    expect(sentences).toHaveLength(13);
  });

  it.each(['1e3', '0x10', '-1', '3000.5', '３０００'])('[W2] refuses the port %s', (PORT) => {
    expect(faultsOf({ PORT })).toEqual([
      'PORT must be a whole number from 0 to 65535: the port to listen on, 0 for any free one.',
    ]);
  });

  it('[W2] never repeats a secret', () => {
    const secret = 's3cret';
    const said = faultsOf({
      KURULTAI_OPERATOR_KEY: secret,
      METRICS_TOKEN: secret,
      DATABASE_URL: `x://u:${secret}@h/d`,
    });
    expect(said).toHaveLength(3);
    expect(said.join()).not.toContain(secret);
  });

  it('[W2] sends texts to a screening service in the open on this machine alone', () => {
    const SCREENING_WEBHOOK_SECRET = 'a secret of more than thirty-two characters';
    for (const SCREENING_WEBHOOK_URL of ['http://screen.example/ask', 'ftp://screen.example']) {
      expect(faultsOf({ SCREENING_WEBHOOK_URL, SCREENING_WEBHOOK_SECRET })).toHaveLength(1);
    }
    for (const SCREENING_WEBHOOK_URL of ['https://screen.example/ask', 'http://127.0.0.1:9000/ask', 'http://[::1]/']) {
      expect(() => readConfig({ SCREENING_WEBHOOK_URL, SCREENING_WEBHOOK_SECRET })).not.toThrow();
    }
  });

  it('allows exactly the public origin and those named besides', () => {
    const config = readConfig({
      PUBLIC_URL: 'https://forum.example.org/',
      ORIGINS: 'https://a.example, https://b.example:8443',
    });
    expect(config.publicUrl).toBe('https://forum.example.org');
    expect(config.origins).toEqual(['https://forum.example.org', 'https://a.example', 'https://b.example:8443']);
  });

  it('lets an address that was not configured follow the port', () => {
    const config = withPort(readConfig({ PORT: '0', ORIGINS: 'https://a.example' }), 4567);
    expect(config.publicUrl).toBe('http://localhost:4567');
    expect(config.origins).toEqual([
      'http://localhost:4567',
      'http://127.0.0.1:4567',
      'http://[::1]:4567',
      'https://a.example',
    ]);

    const named = withPort(readConfig({ PORT: '0', PUBLIC_URL: 'https://f.example' }), 4567);
    expect(named).toMatchObject({ port: 4567, publicUrl: 'https://f.example', origins: ['https://f.example'] });
  });
});

function faultsOf(variables: Record<string, string>): readonly string[] {
  try {
    readConfig(variables);
  } catch (error) {
    if (error instanceof ConfigFault) return error.sentences;
    throw error;
  }
  throw new Error('This configuration was accepted.');
}
