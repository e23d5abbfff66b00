import "server-only"
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { factorKey } from "@/lib/platform/environment"

/** NIST SP 800-38D: 96 bits of nonce, 128 of tag. */
const NONCE_BYTES = 12
const TAG_BYTES = 16

const cipherKey = (): Buffer =>
  Buffer.from(hkdfSync("sha256", factorKey(), "", "colloquy second factor secret", 32))

/** A secret as it is stored: nonce, tag, ciphertext. Bound to its owner, so that it opens for nobody else's row. */
export function sealSecret(secret: Uint8Array, userId: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv("aes-256-gcm", cipherKey(), nonce).setAAD(Buffer.from(userId))
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), sealed]))
}

/** The secret again. Throws where the row was tampered with or the key is another one. */
export function openSecret(stored: Uint8Array, userId: string): Buffer {
  const bytes = Buffer.from(stored)
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv("aes-256-gcm", cipherKey(), nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(userId)).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}
