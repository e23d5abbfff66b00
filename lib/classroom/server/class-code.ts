import "server-only"
import { randomBytes } from "node:crypto"
import { JOIN_CODE_BYTES, makeJoinCode } from "@/lib/classroom/join-code"

/** A fresh join code. */
export const newJoinCode = (): string => makeJoinCode(randomBytes(JOIN_CODE_BYTES))

/** A class's name in addresses: eight letters that say nothing. */
export const newPublicId = (): string => makeJoinCode(randomBytes(JOIN_CODE_BYTES)).toLowerCase()
