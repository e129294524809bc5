import { describe, expect, it } from 'vitest';
import { hostEntry, originEntry, type HostEntry, type OriginEntry } from '../../src/deployment/hosts.js';

const HOST = { host: 'shop.onrender.com', assumed: false, suffix: '.onrender.com', variable: 'HOST', domains: [] };
const ASSUMED = { ...HOST, host: 'your-service.onrender.com', assumed: true };

describe('an entry of ALLOWED_HOSTS', () => {
  it.each<[string, HostEntry]>([
    ['*', 'allows'],
    ['SHOP.onrender.com', 'allows'],
    ['.onrender.com', 'allows'],
    ['shop-a1b2.onrender.com', 'near'],
    ['shop-admin.onrender.com', 'other-service'],
    ['shop.herokuapp.com', 'other-platform'],
    ['.vercel.app', 'other-platform'],
    ['localhost', 'local'],
    ['127.0.0.1', 'local'],
    ['203.0.113.7', 'local'],
    ['web', 'local'],
    ['https://shop.onrender.com', 'malformed'],
    ['shop.onrender.com:443', 'malformed'],
    ['*.onrender.com', 'malformed'],
    ['shop.example', 'domain'],
  ])('%s: %s', (pattern, entry) => {
    expect(hostEntry(pattern, HOST)).toBe(entry);
  });

  it('may be that of the service where its name is not known', () => {
    expect(hostEntry('shop.onrender.com', ASSUMED)).toBe('near');
  });
});

describe('an entry of CSRF_TRUSTED_ORIGINS', () => {
  it.each<[string, OriginEntry]>([
    ['https://shop.onrender.com', 'trusts'],
    ['HTTPS://Shop.onrender.com', 'trusts'],
    ['https://*.onrender.com', 'trusts'],
    ['http://shop.onrender.com', 'other'],
    ['shop.onrender.com', 'other'],
    ['https://other.onrender.com', 'other'],
    ['https://shop.onrender.com/', 'other'],
    ['https://shop.onrender.com:8443', 'other'],
    ['https://localhost', 'other'],
    ['https://127.0.0.1', 'other'],
    ['https://shop.example', 'domain'],
  ])('%s: %s', (origin, entry) => {
    expect(originEntry(origin, HOST)).toBe(entry);
  });

  it('may be that of the service where its name is not known', () => {
    expect(originEntry('https://shop.onrender.com', ASSUMED)).toBe('domain');
  });
});
