import "server-only"
import { z } from "zod"
import { type MailSettings, readMailSettings } from "@/lib/platform/mail-settings"
import { type OidcSettings, readOidcSettings } from "@/lib/platform/oidc-settings"

/** The provider that people may sign in with, or null. Throws where it is half set. */
export const oidcSettings = (): OidcSettings | null => readOidcSettings(process.env)

/** The school's mail server, or null: then no mail is sent. Throws where it is half set. */
export const mailSettings = (): MailSettings | null => readMailSettings(process.env)

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32, "at least 32 characters"),
})

export type Environment = z.infer<typeof environment>

let checked: Environment | undefined

/** What second factors are encrypted with, apart from the database. Throws where it is missing: nothing is stored in the clear. */
export function factorKey(): string {
  const key = process.env.COLLOQUY_FACTOR_KEY ?? ""
  if (key.length < 32) throw new Error("COLLOQUY_FACTOR_KEY is missing or weak: at least 32 characters")
  return key
}

/**
 * The settings the process cannot run without. Throws at first use when one is missing or weak:
 * a server without a secret must not start (next-auth would fail open).
 */
export function settings(): Environment {
  if (checked) return checked
  const result = environment.safeParse(process.env)
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`)
    throw new Error(`Colloquy cannot start. Settings missing or weak: ${names.join("; ")}`)
  }
  checked = result.data
  return checked
}
