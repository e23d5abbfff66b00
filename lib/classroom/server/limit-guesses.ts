import "server-only"
import type pg from "pg"
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible"
import { allow, type Decision, refuse } from "@/lib/access/refusal"
import { pool } from "@/lib/platform/database"

/**
 * What is counted, how many are let through, and in how many seconds. By account or code, never by address alone: a class
 * shares one. Windows are short, so that nobody can keep another person out for long.
 */
const LIMITS = {
  /** Passwords tried for one account from devices that have not signed in to it before. */
  signIn: { points: 10, seconds: 600 },
  /** The same from one device that has. */
  signInOnDevice: { points: 10, seconds: 600 },
  /** Codes of an authenticator app tried for one account by whoever knows its password: three of a million are right. */
  secondStep: { points: 5, seconds: 600 },
  /** Join codes tried by one signed-in person. */
  joinCode: { points: 10, seconds: 600 },
  /** Join codes that turned out wrong, tried by people without an account, all together. */
  wrongCode: { points: 600, seconds: 600 },
  /** Accounts made with one class's code: a class does not grow by hundreds in an hour, a script does. */
  registration: { points: 200, seconds: 3_600 },
} as const

export type Guess = keyof typeof LIMITS

const limiters = new WeakMap<pg.Pool, Map<Guess, RateLimiterPostgres>>()

/** Counts one try before it is looked at, so that a hundred at once count a hundred times. Fails when the count fails. */
export async function countGuess(guess: Guess, key: string): Promise<Decision<null>> {
  try {
    await limiterOf(guess).consume(key)
    return allow(null)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    return tooMany(reason.msBeforeNext)
  }
}

/** Refuses when the tries counted so far are used up, without counting one. */
export async function checkGuesses(guess: Guess, key: string): Promise<Decision<null>> {
  const counted = await limiterOf(guess).get(key)
  return counted && counted.consumedPoints >= LIMITS[guess].points
    ? tooMany(counted.msBeforeNext)
    : allow(null)
}

/** Forgets the tries: the right one was made, or a new password was handed out. */
export async function forgetGuesses(guess: Guess, key: string): Promise<void> {
  await limiterOf(guess).delete(key)
}

function tooMany(msBeforeNext: number) {
  const seconds = Math.max(1, Math.ceil(msBeforeNext / 1000))
  return refuse("limited", "people.tooManyTries", { params: { seconds, minutes: Math.ceil(seconds / 60) } })
}

function limiterOf(guess: Guess): RateLimiterPostgres {
  const current = pool()
  const made = limiters.get(current) ?? new Map<Guess, RateLimiterPostgres>()
  limiters.set(current, made)
  const limiter = made.get(guess) ?? makeLimiter(current, guess)
  made.set(guess, limiter)
  return limiter
}

const makeLimiter = (storeClient: pg.Pool, guess: Guess): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: guess,
    points: LIMITS[guess].points,
    duration: LIMITS[guess].seconds,
  })
