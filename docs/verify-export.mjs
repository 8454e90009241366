// Verifies an export of GET /api/v1/audit/events?with=ledger (application/x-ndjson), in as little as it takes; docs/audit-format.md explains it.
// node docs/verify-export.mjs EXPORT [JWKS]      prints what does not hold; ends with 0 where everything holds, else with 1
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const canonical = (value, level = 0) => // JSON.stringify prints a number beyond a double as null, as it shall
  value === null || typeof value !== 'object' ? JSON.stringify(value)
  : level > 64 ? 'null'
  : Array.isArray(value) ? `[${value.map((item) => canonical(item, level + 1)).join()}]`
  : `{${Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name], level + 1)}`).join()}}`;
const node = (left, right) => sha256(Buffer.of(1), left, right);
const decode = (part) => JSON.parse(Buffer.from(part, 'base64url'));

let found = 0;
const find = (place, problem) => { found++; console.log(`${place}: ${problem}`); };

const [checkpoints, keys, leaves, streams] = [[], new Map(), new Map(), new Map()];
const addKey = (jwk) => keys.set(sha256(canonical({ crv: jwk.crv, kty: jwk.kty, x: jwk.x, y: jwk.y })).toString('base64url'), jwk);
for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean).map((text) => JSON.parse(text))) {
  if (line.checkpoint) { checkpoints.push(line.checkpoint); continue; }
  if (line.key) { addKey(line.key); continue; }
  const { stored, leafIndex, ...event } = { ...line, data: line.stored };
  const { hash, occurredAt, sequence, ...body } = event;
  const below = streams.get(event.streamId) ?? { version: 0, hash: '' };
  const time = BigInt(Date.parse(`${occurredAt.slice(0, 19)}Z`)) * 1000n + BigInt(occurredAt.slice(20, 26));
  const chain = sha256(Buffer.from(below.hash, 'hex'), sha256(canonical(body)), String(time)).toString('hex');
  if (event.version !== below.version + 1) find(`sequence ${sequence}`, `version ${below.version + 1} should stand here`);
  else if (chain !== hash) find(`sequence ${sequence}`, 'the event is not what was recorded');
  streams.set(event.streamId, { version: event.version, hash });
  if (leafIndex !== null) leaves.set(leafIndex, sha256(Buffer.of(0), canonical(event)));
}
if (process.argv[3]) { keys.clear(); JSON.parse(readFileSync(process.argv[3], 'utf8')).keys.forEach(addKey); }

const edge = []; // the roots of the complete subtrees, the largest first
let [size, previous] = [0, null];
for (const jws of checkpoints) {
  const [header, payload, signature] = jws.split('.');
  const [{ kid }, sealed] = [decode(header), decode(payload)];
  const place = `checkpoint ${sealed.size}`;
  for (; size < sealed.size && leaves.has(size); size++) {
    edge.push({ hash: leaves.get(size), size: 1 });
    while (edge.length > 1 && edge.at(-1).size === edge.at(-2).size) {
      const [left, right] = edge.splice(-2);
      edge.push({ hash: node(left.hash, right.hash), size: left.size * 2 });
    }
  }
  if (size !== sealed.size) find(place, `it covers ${sealed.size} events, and leaf ${size} is missing`);
  else if (edge.map((tree) => tree.hash).reduceRight((right, left) => node(left, right)).toString('hex') !== sealed.root) find(place, 'the events are not those that were sealed');
  const key = keys.has(kid) && createPublicKey({ key: keys.get(kid), format: 'jwk' });
  if (!key || !verify('sha256', Buffer.from(`${header}.${payload}`), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))) find(place, 'no known key signed it');
  if (sealed.previous !== previous) find(place, 'it does not follow from the checkpoint before');
  previous = sha256(jws).toString('hex');
}
if (leaves.size > size || checkpoints.length === 0) find(`leaf ${size}`, 'no checkpoint covers it');
console.log(`${leaves.size} sealed events, ${checkpoints.length} checkpoints: ${found} findings`);
process.exitCode = found ? 1 : 0;
