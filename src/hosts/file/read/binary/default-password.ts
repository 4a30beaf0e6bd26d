import { WorkbookError } from "../../../../workbook";
import { EOF, recordAt } from "./biff8-records";
import { Bytes } from "./bytes";
import { md5, sha1 } from "./digests";

/** Excel encrypts an .xls whose sheets or windows are protected with this password, and opens it without asking. */
const DEFAULT_PASSWORD = "VelvetSweatshop";
const FILEPASS = 0x2f;
/** A record that nobody reads. */
const NOTHING = 0x7fff;
const BOUNDSHEET = 0x85;
/** Records that stay readable. */
const CLEAR = new Set([0x809, FILEPASS, 0xe1, 0x194, 0x195, 0x196, 0x138]);
/** From one to the next the key changes. */
const BLOCK = 1024;
const RC4 = 1;

/** Gives the key of each block, and the digest by which a password is known to be the right one. */
interface Cipher {
  readonly keyOf: (block: number) => Uint8Array;
  readonly digest: (bytes: Uint8Array) => Uint8Array;
  readonly verifier: Uint8Array;
  readonly hash: Uint8Array;
}

/** The stream as it is read where it is encrypted with the password that nobody was asked for. Throws "encrypted" for any other. */
export function withoutDefaultPassword(stream: Uint8Array): Uint8Array {
  for (let record = recordAt(stream, 0); record; record = recordAt(stream, record.next)) {
    if (record.id === FILEPASS) return decrypted(stream, record.data, record.next);
    if (record.id === EOF) return stream;
  }
  return stream;
}

function decrypted(stream: Uint8Array, filepass: Uint8Array, from: number): Uint8Array {
  const cipher = cipherIn(filepass);
  if (!cipher || !opens(cipher)) throw new WorkbookError("encrypted");
  const plain = new Uint8Array(stream);
  let block = -1;
  let keys = new Uint8Array(BLOCK);
  for (let record = recordAt(stream, from); record; record = recordAt(stream, record.next)) {
    if (CLEAR.has(record.id)) continue;
    // Where a sheet stands can be read in any case.
    for (let at = record.next - record.data.length + (record.id === BOUNDSHEET ? 4 : 0); at < record.next; at++) {
      if (Math.floor(at / BLOCK) !== block) {
        block = Math.floor(at / BLOCK);
        keys = keyStream(cipher.keyOf(block), BLOCK);
      }
      plain[at] = stream[at]! ^ keys[at % BLOCK]!;
    }
  }
  new DataView(plain.buffer).setUint16(from - filepass.length - 4, NOTHING, true);
  return plain;
}

function cipherIn(filepass: Uint8Array): Cipher | null {
  try {
    return cipherOf(new Bytes(filepass));
  } catch (error) {
    // Cut short: still a password.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function cipherOf(bytes: Bytes): Cipher | null {
  if (bytes.left < 6 || bytes.u16() !== RC4) return null;
  const [, minor] = [bytes.u16(), bytes.u16()];
  const password = Uint8Array.from([...DEFAULT_PASSWORD].flatMap((letter) => [letter.charCodeAt(0), 0]));
  return minor === 1 ? ofExcel97(bytes, password) : minor === 2 ? ofLater(bytes, password) : null;
}

function ofExcel97(bytes: Bytes, password: Uint8Array): Cipher {
  const [salt, verifier, hash] = [bytes.take(16), bytes.take(16), bytes.take(16)];
  const start = md5(password).subarray(0, 5);
  const base = md5(joined(...Array.from({ length: 16 }, () => [start, salt]).flat())).subarray(0, 5);
  return { digest: md5, verifier, hash, keyOf: (block) => md5(joined(base, numbered(block))) };
}

/** Of Excel 2002 and later. */
function ofLater(bytes: Bytes, password: Uint8Array): Cipher | null {
  bytes.skip(4);
  const header = new Bytes(bytes.take(bytes.u32()));
  header.skip(8);
  const isRc4 = header.u32() === 0x6801;
  header.skip(4);
  const size = (header.u32() || 40) / 8;
  if (!isRc4 || bytes.u32() !== 16) return null;
  const [salt, verifier] = [bytes.take(16), bytes.take(16)];
  const hash = bytes.take(Math.min(bytes.u32(), 20));
  const base = sha1(joined(salt, password));
  const keyOf = (block: number): Uint8Array => {
    const key = sha1(joined(base, numbered(block))).subarray(0, size);
    return size === 5 ? joined(key, new Uint8Array(11)) : key;
  };
  return { digest: sha1, verifier, hash, keyOf };
}

function opens({ keyOf, digest, verifier, hash }: Cipher): boolean {
  const keys = keyStream(keyOf(0), verifier.length + hash.length);
  const expected = digest(verifier.map((byte, at) => byte ^ keys[at]!));
  return hash.length === expected.length && hash.every((byte, at) => (byte ^ keys[verifier.length + at]!) === expected[at]);
}

/** RC4: the bytes with which those of a block are mixed. */
function keyStream(key: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => void ([state[i], state[j]] = [state[j]!, state[i]!]);
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + state[i]! + key[i % key.length]!) & 255;
    swap(i, j);
  }
  const stream = new Uint8Array(length);
  for (let at = 0, i = 0, j = 0; at < length; at++) {
    i = (i + 1) & 255;
    j = (j + state[i]!) & 255;
    swap(i, j);
    stream[at] = state[(state[i]! + state[j]!) & 255]!;
  }
  return stream;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function numbered(block: number): Uint8Array {
  return Uint8Array.of(block & 255, (block >> 8) & 255, (block >> 16) & 255, block >>> 24);
}
