// A block of data in the page: bytes, compressed, written as five letters for four bytes.
import { unpackTree } from "./unpack";

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%.()*+-;,=:?@^_`{|}~", LAST = 84;

/** The browser is too old to unpack what the page holds. */
export class TooOldError extends Error {
  constructor() {
    super("This browser is too old to unpack the contacts in this page: it takes Chrome or Edge 80, Firefox 113, Safari 16.4 or newer. A page of 'kg view pyvis' opens in older ones.");
  }
}

/** Unpacks what an element of the page holds, and lets its text go. */
export async function unpack<T>(id: string): Promise<T> {
  if (typeof DecompressionStream === "undefined") throw new TooOldError();
  const element = document.getElementById(id);
  const tree = unpackTree(await inflated(bytesOf(element?.textContent?.trim() ?? ""))) as T;
  element?.remove();
  return tree;
}

/** By the stream's own ends: a blob of the same bytes would go through another process and back. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const { readable, writable } = new DecompressionStream("deflate"), writer = writable.getWriter();
  // What is wrong with the bytes is told to whoever reads.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const found = new Uint8Array(await new Response(readable).arrayBuffer());
  await written;
  return found;
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const digits = new Uint8Array(128).fill(LAST), groups = Math.ceil(text.length / 5), letters = new Uint8Array(5 * groups).fill(LETTERS.charCodeAt(LAST));
  new TextEncoder().encodeInto(text, letters);
  for (let nth = 0; nth < LETTERS.length; nth++) digits[LETTERS.charCodeAt(nth)] = nth;
  const bytes = new Uint8Array(4 * groups);
  for (let at = 0, to = 0; to < bytes.length; at += 5, to += 4) {
    // Of what takes more than 32 bits only these count.
    const high = (digits[letters[at]!]! * 85 + digits[letters[at + 1]!]!) * 85 + digits[letters[at + 2]!]!;
    const whole = (Math.imul(high, 7225) + digits[letters[at + 3]!]! * 85 + digits[letters[at + 4]!]!) | 0;
    bytes[to] = whole >>> 24;
    bytes[to + 1] = whole >>> 16;
    bytes[to + 2] = whole >>> 8;
    bytes[to + 3] = whole;
  }
  return bytes.subarray(0, Math.floor((text.length * 4) / 5));
}
