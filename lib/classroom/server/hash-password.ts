import "server-only"
import { randomBytes } from "node:crypto"
import { hash, verify } from "@node-rs/argon2"

/** argon2id, 19 MiB, two passes: OWASP's Password Storage Cheat Sheet. (2 is Algorithm.Argon2id, a const enum.) */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The form a password is stored in. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFKC"), COST)

let standIn: Promise<string> | undefined

/**
 * Whether this is the password of that hash. Where there is no account, and so no hash, a stand-in is verified all the same,
 * so that an unknown name takes as long as a wrong password.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword(randomBytes(24).toString("base64url"))
  const matches = await verify(storedHash ?? (await standIn), password.normalize("NFKC"))
  return storedHash !== null && matches
}
