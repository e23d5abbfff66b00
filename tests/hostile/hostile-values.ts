/** What somebody may send in a field's place to change what a statement means, by what it is called in a report. */
export const hostileValues: Record<string, unknown> = {
  "a condition": { not: "" },
  "another condition": { contains: "", mode: "insensitive" },
  "a list of conditions": { OR: [{}] },
  "an empty object": {},
  "an empty list": [],
  "a list with an object": [{ equals: "" }],
  "a list in a list": [[]],
  null: null,
  undefined,
  "no number": Number.NaN,
  "too large a number": 1e308,
  "no end": Number.POSITIVE_INFINITY,
  "below nothing": -1,
  "past 32 bits": 2 ** 31,
  "past 53 bits": 2 ** 53,
  "past 63 bits, in letters": "9".repeat(19),
  "half of one": 0.5,
  true: true,
  "a closed quote": "' OR 1=1--",
  "a second statement": `'; DROP TABLE "User"; --`,
  "a wildcard": "%",
  "a path": "../../etc/passwd",
  nothing: "",
  blanks: " \t\n ",
  zero: "a\u0000b",
  "half a sign": "\ud83d",
  "another direction": "\u202Eabc",
  "very long": "a".repeat(1_000_000),
  prototype: "__proto__",
  "a constructor": "constructor",
  "no such id": "00000000-0000-4000-8000-000000000000",
  "an id with more": "00000000-0000-4000-8000-000000000000' OR '1'='1",
  "a date that is none": "0000-00-00T99:99",
  "a member too many": JSON.parse('{"__proto__": {"role": "administrator"}, "role": "administrator"}'),
}

/** A place in a value, as names and numbers. */
export type Place = readonly (string | number)[]

/** The value with something else at a place. */
export function put(value: unknown, [step, ...rest]: Place, other: unknown): unknown {
  if (step === undefined) return other
  if (Array.isArray(value)) return value.map((one, at) => (at === step ? put(one, rest, other) : one))
  const members = typeof value === "object" && value !== null ? value : {}
  return { ...members, [step]: put((members as Record<string, unknown>)[step], rest, other) }
}
