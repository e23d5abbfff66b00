/**
 * What a student is granted in every quiz of every class. What is granted is kept, never why: a reason would be
 * somebody's health.
 */
export type Accommodation = {
  /** 2 means twice the time; from 1 to 10, of two decimals. */
  timeMultiplier: number
  extraMinutes: number
  noTimeLimit: boolean
  extraAttempts: number
  /** Days by which due dates and closes come later. */
  extraDays: number
  /** Questions can be read out by the device. */
  readAloud: boolean
  /** Text begins larger on every device. */
  largerType: boolean
}

export const NO_ACCOMMODATION: Accommodation = {
  timeMultiplier: 1,
  extraMinutes: 0,
  noTimeLimit: false,
  extraAttempts: 0,
  extraDays: 0,
  readAloud: false,
  largerType: false,
}

/** The multipliers that are offered; others can be typed. */
export const USUAL_MULTIPLIERS = [1, 1.25, 1.5, 2, 3] as const

export const ACCOMMODATION_MOST = {
  timeMultiplier: 10,
  extraMinutes: 600,
  extraAttempts: 20,
  extraDays: 60,
} as const

/** Nothing is granted: as if there were no accommodation. */
export const grantsNothing = (accommodation: Accommodation): boolean =>
  Object.entries(NO_ACCOMMODATION).every(
    ([name, none]) => accommodation[name as keyof Accommodation] === none,
  )

/** A row of the database, whose multiplier is a decimal; null where nothing is granted. */
export function readAccommodation(
  row: (Omit<Accommodation, "timeMultiplier"> & { timeMultiplier: { toString(): string } }) | null,
): Accommodation | null {
  if (!row) return null
  const accommodation: Accommodation = {
    timeMultiplier: Number(row.timeMultiplier.toString()),
    extraMinutes: row.extraMinutes,
    noTimeLimit: row.noTimeLimit,
    extraAttempts: row.extraAttempts,
    extraDays: row.extraDays,
    readAloud: row.readAloud,
    largerType: row.largerType,
  }
  return grantsNothing(accommodation) ? null : accommodation
}
