import { codeAt, timeStep } from "@/lib/classroom/one-time-code"

/** What an authenticator app shows for a secret as people see it ("GEZD GNBV …"). */
export const appCode = (secret: string, now: Date): string => codeAt(fromBase32(secret), timeStep(now))

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

function fromBase32(text: string): Uint8Array {
  const bits = [...text.replace(/\s/g, "")].map((letter) =>
    LETTERS.indexOf(letter).toString(2).padStart(5, "0"),
  )
  const bytes = bits.join("").match(/.{8}/g) ?? []
  return Uint8Array.from(bytes, (eight) => Number.parseInt(eight, 2))
}
